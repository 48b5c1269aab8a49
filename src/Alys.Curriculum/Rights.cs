namespace Alys.Curriculum;

/// <summary>Permissions of the module.</summary>
public static class CurriculumRights
{
    /// <summary>See subjects and syllabi.</summary>
    public const string See = "curriculum.see";

    /// <summary>Add subjects and versions of syllabi.</summary>
    public const string Edit = "curriculum.edit";

    /// <summary>Approve a version of a syllabus.</summary>
    public const string Approve = "curriculum.approve";
}
