using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alys.Enrolment;

/// <summary>An import of people that was done, with its report row by row.</summary>
internal sealed class PeopleImport : NumberedEntity
{
    public required string FileHash { get; init; }
    public DateTime At { get; init; }
    public Guid? ByPersonId { get; init; }
    public required string Report { get; init; }

    public IReadOnlyList<ImportLine> Lines() => JsonSerializer.Deserialize<List<ImportLine>>(Report) ?? [];

    /// <summary>Carries the plan out and keeps its report.</summary>
    /// <exception cref="Refusal">Nothing to do, or the register refuses a row; then nothing is done.</exception>
    public static async Task<PeopleImport> Do(Act act, PeoplePlan plan, string hash, Access.People people, Movements movements)
    {
        if (!plan.HasWork) throw new Refusal("enrolment.refusal.nothing-to-import");
        await plan.Do(act, people, movements);
        var import = new PeopleImport { No = await act.NextNumber("enrolment.import"), FileHash = hash, At = act.Now, ByPersonId = act.Reader.IsSignedIn ? act.Reader.PersonId : null, Report = JsonSerializer.Serialize(plan.Lines) };
        act.Db.Add(import);
        act.Wrote("enrolment.people.imported", import, after: plan.Lines.GroupBy(l => l.Outcome).ToDictionary(g => g.Key.ToString(), g => g.Count()));
        return import;
    }
}

internal sealed class PeopleImportConfiguration : IEntityTypeConfiguration<PeopleImport>
{
    public void Configure(EntityTypeBuilder<PeopleImport> b)
    {
        b.ToTable("enrolment_people_imports");
        b.HasIndex(x => x.No).IsUnique();
        b.Property(x => x.FileHash).HasMaxLength(64);
    }
}
