using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Enrolment;

/// <summary>A group of learners of one programme, at one centre, in one language.</summary>
internal sealed class Group : NumberedEntity, IVersionedRow
{
    public required string Code { get; set; }
    public Guid? CentreId { get; set; }
    public Guid? ProgrammeId { get; set; }
    public string Language { get; set; } = "kk";
    public DateOnly Started { get; set; }
    public int RowVersion { get; set; }

    public Scope Scope => new(ScopeKinds.Group, Id);

    /// <summary>Opens a group.</summary>
    /// <exception cref="Refusal">The code is missing or taken, the language or centre is unknown.</exception>
    public static async Task<Group> Open(Act act, string code, Guid? centre, Guid? programme, string language, DateOnly started)
    {
        var group = new Group { No = await act.NextNumber("enrolment.group"), Code = "" };
        await group.Set(act, code, centre, programme, language, started);
        act.Db.Add(group);
        act.Wrote("enrolment.group.opened", group, group.Scope, after: new { group.Code, group.Language, group.Started });
        return group;
    }

    /// <summary>Changes what is known of the group.</summary>
    /// <exception cref="Refusal">As for opening.</exception>
    public async Task Change(Act act, string code, Guid? centre, Guid? programme, string language, DateOnly started)
    {
        var before = new { Code, CentreId, ProgrammeId, Language, Started };
        await Set(act, code, centre, programme, language, started);
        act.Wrote("enrolment.group.changed", this, Scope, before: before, after: new { Code, CentreId, ProgrammeId, Language, Started });
    }

    private async Task Set(Act act, string code, Guid? centre, Guid? programme, string language, DateOnly started)
    {
        code = (code ?? "").Trim();
        if (code.Length is 0 or > 60) throw new Refusal("enrolment.refusal.code-missing") { Field = "Code" };
        if (await act.Db.Groups.AnyAsync(g => g.Code == code && g.Id != Id, act.Ct)) throw new Refusal("enrolment.refusal.code-taken", code) { Field = "Code" };
        if (!TextTable.Languages.Contains(language)) throw new Refusal("enrolment.refusal.language", language) { Field = "Language" };
        if (started == default) throw new Refusal("platform.refusal.value-missing") { Field = "Started" };
        (Code, CentreId, ProgrammeId, Language, Started) = (code, centre, programme, language, started);
    }

    public static readonly Visibility<Group> Visibility = new(
        new Rule<Group>("enrolment.group.all", r => r.Everywhere(EnrolmentRights.See) ? _ => true : null),
        new Rule<Group>("enrolment.group.centre", r => r.ScopesOf(EnrolmentRights.See, ScopeKinds.Centre) is { Length: > 0 } centres ? g => g.CentreId != null && centres.Contains(g.CentreId.Value) : null),
        new Rule<Group>("enrolment.group.own", r => r.ScopesOf(EnrolmentRights.See, ScopeKinds.Group) is { Length: > 0 } groups ? g => groups.Contains(g.Id) : null));
}

internal sealed class GroupConfiguration : IEntityTypeConfiguration<Group>
{
    public void Configure(EntityTypeBuilder<Group> b)
    {
        b.ToTable("enrolment_groups");
        b.HasIndex(x => x.No).IsUnique();
        b.HasIndex(x => x.Code).IsUnique();
        b.Ignore(x => x.Scope);
        b.Property(x => x.Code).HasMaxLength(60);
        b.Property(x => x.Language).HasMaxLength(2);
    }
}
