namespace Alys.Staffing;

/// <summary>Permissions of the module.</summary>
public static class StaffingRights
{
    /// <summary>See who does what in which course.</summary>
    public const string See = "staffing.see";

    /// <summary>Give and end duties.</summary>
    public const string Assign = "staffing.assign";
}
