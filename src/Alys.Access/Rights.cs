namespace Alys.Access;

/// <summary>Permissions of the module.</summary>
public static class AccessRights
{
    public const string SeePeople = "access.see-people";
    public const string RegisterPeople = "access.register-people";
    public const string GrantRoles = "access.grant-roles";
}
