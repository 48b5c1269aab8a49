namespace Alys.Enrolment;

public sealed class EnrolmentModule : Module
{
    public override string Name => "enrolment";

    public override IEnumerable<Right> Rights =>
    [
        new(EnrolmentRights.See, Roles.Organiser, Roles.Administrator, Roles.Head, Roles.Registrar),
        new(EnrolmentRights.Edit, Roles.Organiser, Roles.Registrar),
    ];
}
