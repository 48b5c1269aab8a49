using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Institution;

/// <summary>Kinds of unit of the institution (clauses 5, 11, 12, 52).</summary>
public enum UnitKind
{
    University,
    Faculty,
    Chair,
    DistanceUnit,
    Service,
    Registrar,
    StudyCentre,
}

/// <summary>Kinds of period; their number and length are the university's own (clause 22).</summary>
public enum PeriodKind
{
    Year,
    Semester,
    Trimester,
    Quarter,
    Summer,
}

/// <summary>Days on which the institution's week is not as usual.</summary>
public enum CalendarDayKind
{
    /// <summary>A public holiday.</summary>
    Holiday,
    /// <summary>A working day of the week on which nobody works: moved or given.</summary>
    DayOff,
    /// <summary>A day of the weekend on which people work.</summary>
    WorkingDay,
}

/// <summary>The institution, one row once it has been founded.</summary>
public sealed class InstitutionRow
{
    public Guid Id { get; init; }
    public string NameKk { get; init; } = "";
    public string NameRu { get; init; } = "";
    public string NameEn { get; init; } = "";
    /// <summary>IANA name.</summary>
    public string TimeZone { get; init; } = "";
    /// <summary>Languages of study with spaces between: <c>kk ru en</c>.</summary>
    public string Languages { get; init; } = "";
    public string City { get; init; } = "";
}

/// <summary>A unit of the tree: base university, faculty, chair, centre…</summary>
public sealed class UnitRow
{
    public Guid Id { get; init; }
    public int No { get; init; }
    /// <summary>Null for the top.</summary>
    public Guid? ParentId { get; init; }
    public UnitKind Kind { get; init; }
    public string Code { get; init; } = "";
    public string NameKk { get; init; } = "";
    public string NameRu { get; init; } = "";
    public string NameEn { get; init; } = "";
}

/// <summary>An academic year, or a period within one.</summary>
public sealed class PeriodRow
{
    public Guid Id { get; init; }
    public int No { get; init; }
    /// <summary>The academic year; null for a year itself.</summary>
    public Guid? ParentId { get; init; }
    public PeriodKind Kind { get; init; }
    public string Code { get; init; } = "";
    public string NameKk { get; init; } = "";
    public string NameRu { get; init; } = "";
    public string NameEn { get; init; } = "";
    /// <summary>First day.</summary>
    public DateOnly Start { get; init; }
    /// <summary>Last day, included.</summary>
    public DateOnly End { get; init; }
}

/// <summary>A day on which the institution's week is not as usual; every other day is as its weekday says.</summary>
public sealed class CalendarDayRow
{
    public DateOnly Day { get; init; }
    public CalendarDayKind Kind { get; init; }
    public string NameKk { get; init; } = "";
    public string NameRu { get; init; } = "";
    public string NameEn { get; init; } = "";
}

internal sealed class CalendarDayRowConfiguration : IEntityTypeConfiguration<CalendarDayRow>
{
    public void Configure(EntityTypeBuilder<CalendarDayRow> b) => b.HasNoKey().ToSqlQuery("""
        select "Day", "Kind", "NameKk", "NameRu", "NameEn" from institution_calendar_days
        """);
}

internal sealed class InstitutionRowConfiguration : IEntityTypeConfiguration<InstitutionRow>
{
    public void Configure(EntityTypeBuilder<InstitutionRow> b) => b.HasNoKey().ToSqlQuery("""
        select "Id", "NameKk", "NameRu", "NameEn", "TimeZone", "Languages", "City" from institution_organisations
        """);
}

internal sealed class UnitRowConfiguration : IEntityTypeConfiguration<UnitRow>
{
    public void Configure(EntityTypeBuilder<UnitRow> b) => b.HasNoKey().ToSqlQuery("""
        select "Id", "No", "ParentId", "Kind", "Code", "NameKk", "NameRu", "NameEn" from institution_units
        """);
}

internal sealed class PeriodRowConfiguration : IEntityTypeConfiguration<PeriodRow>
{
    public void Configure(EntityTypeBuilder<PeriodRow> b) => b.HasNoKey().ToSqlQuery("""
        select "Id", "No", "ParentId", "Kind", "Code", "NameKk", "NameRu", "NameEn", "Start", "End" from institution_periods
        """);
}
