namespace Alys.Platform;

/// <summary>Codes of the roles of clauses 11 and 48. Which rights a role holds is data; these are the roles that every institution starts with.</summary>
public static class Roles
{
    public const string Learner = "learner";
    public const string Tutor = "tutor";
    public const string Teacher = "teacher";
    public const string Author = "author";
    public const string Organiser = "organiser";
    public const string Administrator = "administrator";
    public const string Head = "head";
    public const string Examiner = "examiner";
    public const string Registrar = "registrar";
    /// <summary>Reviews what authors write, without being one of them.</summary>
    public const string Reviewer = "reviewer";
    public const string ChairHead = "chair-head";

    public static readonly IReadOnlyList<string> All = [Learner, Tutor, Teacher, Author, Organiser, Administrator, Head, Examiner, Registrar, Reviewer, ChairHead];
}
