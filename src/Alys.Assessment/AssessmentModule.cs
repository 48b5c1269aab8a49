namespace Alys.Assessment;

/// <summary>Item bank, tests, sittings, attempts, marking (clauses 9.5, 31, 34, 37 M7–M8).</summary>
public sealed class AssessmentModule : Module
{
    public override string Name => "assessment";

    public override IEnumerable<Right> Rights =>
    [
        new(Assessment.Rights.EditBank, Roles.Author, Roles.Teacher, Roles.Organiser, Roles.Head),
        new(Assessment.Rights.GiveTests, Roles.Teacher, Roles.Organiser, Roles.Head),
        new(Assessment.Rights.GiveTime, Roles.Teacher, Roles.Tutor, Roles.Examiner, Roles.Organiser, Roles.Head),
        new(Assessment.Rights.Watch, Roles.Teacher, Roles.Tutor, Roles.Examiner, Roles.Organiser, Roles.Head),
        new(Assessment.Rights.Mark, Roles.Teacher, Roles.Tutor, Roles.Examiner),
        new(Assessment.Rights.Take, Roles.Learner),
    ];
}
