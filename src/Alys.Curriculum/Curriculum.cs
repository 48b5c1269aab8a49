namespace Alys.Curriculum;

/// <summary>A typical syllabus is given from above; the working one is made from it (clauses 15, 36).</summary>
public enum SyllabusKind
{
    Typical,
    Working,
}

/// <summary>Literature of a syllabus (clause 37, M2).</summary>
public enum LiteratureKind
{
    Main,
    Additional,
}

/// <summary>How a consultation is held (clause 28).</summary>
public enum ConsultationKind
{
    /// <summary>The group's forum.</summary>
    Forum,
    /// <summary>A question of one learner to the tutor.</summary>
    Question,
}

/// <summary>An educational programme.</summary>
public sealed class ProgrammeRow
{
    public Guid Id { get; init; }
    public int No { get; init; }
    public string Code { get; init; } = "";
    public string NameKk { get; init; } = "";
    public string NameRu { get; init; } = "";
    public string NameEn { get; init; } = "";
    public Guid? ChairId { get; init; }
}

/// <summary>A subject of the curriculum.</summary>
public sealed class SubjectRow
{
    public Guid Id { get; init; }
    public int No { get; init; }
    public string Code { get; init; } = "";
    public string NameKk { get; init; } = "";
    public string NameRu { get; init; } = "";
    public string NameEn { get; init; } = "";
    /// <summary>Unit of kind chair, if given.</summary>
    public Guid? ChairId { get; init; }
}

/// <summary>One immutable version of a syllabus. Hours are academic hours of the whole period.</summary>
public sealed class SyllabusRow
{
    public Guid Id { get; init; }
    public int No { get; init; }
    public Guid SubjectId { get; init; }
    public SyllabusKind Kind { get; init; }
    /// <summary>From 1 within subject and kind.</summary>
    public int Version { get; init; }
    /// <summary>UTC; null until the head has approved this version.</summary>
    public DateTime? ApprovedAt { get; init; }
    public Guid? ApprovedByPersonId { get; init; }
    public int LectureHours { get; init; }
    public int PracticalHours { get; init; }
    public int LaboratoryHours { get; init; }
    /// <summary>Independent work guided by the teacher (IWST).</summary>
    public int GuidedHours { get; init; }
    /// <summary>Independent work (IWS).</summary>
    public int IndependentHours { get; init; }
    public int Credits { get; init; }
}

/// <summary>A row of the calendar-thematic plan.</summary>
public sealed class TopicRow
{
    public Guid Id { get; init; }
    public Guid SyllabusId { get; init; }
    /// <summary>Week of the period from 1; 0 where the syllabus does not say (typical).</summary>
    public int Week { get; init; }
    /// <summary>From 1 within the syllabus.</summary>
    public int Order { get; init; }
    /// <summary>Number of the module from 1; 0 for none.</summary>
    public int Module { get; init; }
    public string TitleKk { get; init; } = "";
    public string TitleRu { get; init; } = "";
    public string TitleEn { get; init; } = "";
    public int LectureHours { get; init; }
    public int PracticalHours { get; init; }
    public int LaboratoryHours { get; init; }
    public int GuidedHours { get; init; }
    public int IndependentHours { get; init; }
}

/// <summary>A module of a syllabus.</summary>
public sealed class SyllabusModuleRow
{
    public Guid Id { get; init; }
    public Guid SyllabusId { get; init; }
    public int Order { get; init; }
    public string TitleKk { get; init; } = "";
    public string TitleRu { get; init; } = "";
    public string TitleEn { get; init; } = "";
}

/// <summary>One source of the literature; the title is the citation.</summary>
public sealed class LiteratureRow
{
    public Guid Id { get; init; }
    public Guid SyllabusId { get; init; }
    public int Order { get; init; }
    public LiteratureKind Kind { get; init; }
    public string TitleKk { get; init; } = "";
    public string TitleRu { get; init; } = "";
    public string TitleEn { get; init; } = "";
}

/// <summary>A weekly hour of the consultation timetable, on the institution's clock.</summary>
public sealed class ConsultationSlotRow
{
    public Guid Id { get; init; }
    public Guid SyllabusId { get; init; }
    public int Order { get; init; }
    public ConsultationKind Kind { get; init; }
    public string TitleKk { get; init; } = "";
    public string TitleRu { get; init; } = "";
    public string TitleEn { get; init; } = "";
    /// <summary>1 Monday … 7 Sunday.</summary>
    public int Day { get; init; }
    public TimeOnly From { get; init; }
    public TimeOnly To { get; init; }
}
