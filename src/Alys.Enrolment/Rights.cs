namespace Alys.Enrolment;

/// <summary>Permissions of the module.</summary>
public static class EnrolmentRights
{
    /// <summary>See groups, their learners and courses.</summary>
    public const string See = "enrolment.see";

    /// <summary>Make groups and courses; enrol, transfer and release learners; import people.</summary>
    public const string Edit = "enrolment.edit";
}
