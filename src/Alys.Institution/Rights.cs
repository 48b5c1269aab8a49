namespace Alys.Institution;

/// <summary>Permissions of the module.</summary>
public static class InstitutionRights
{
    /// <summary>See units and periods.</summary>
    public const string See = "institution.see";

    /// <summary>Change the institution, its units and periods.</summary>
    public const string Edit = "institution.edit";
}
