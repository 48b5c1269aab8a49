namespace Alys.Staffing;

public sealed class StaffingModule : Module
{
    public override string Name => "staffing";

    public override IEnumerable<Right> Rights =>
    [
        new(StaffingRights.See, Roles.Organiser, Roles.Administrator, Roles.Head, Roles.Registrar),
        new(StaffingRights.Assign, Roles.Organiser, Roles.Head),
    ];
}
