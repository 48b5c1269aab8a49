using Alys.Access;
using Alys.Documents;
using Alys.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Tests.Documents;

/// <summary>A kind of document of the tests' own, so that the register is tried without the modules above it.</summary>
internal sealed class NoteKind : DocumentKind
{
    public override string Code => "note";

    public override string NumberPattern => "{year}/Е-{n}";

    public override byte[] Print(DocumentPaper paper, Texts texts)
    {
        var note = paper.Read<Note>();
        return new Pdf("Note " + paper.Number, paper.Footer).Title(paper.Number)
            .Facts(note.Lines.Where(l => paper.OnlyPerson is null || l.Person == paper.OnlyPerson).Select(l => (l.Name, l.Mark.ToString(CultureInfo.InvariantCulture)))).Build();
    }
}

internal sealed record Note(IReadOnlyList<NoteLine> Lines);

internal sealed record NoteLine(Guid Person, string Name, decimal Mark);

public sealed class NoteHost : AlysHost
{
    internal static readonly Scope Course = new(ScopeKinds.Course, Guid.CreateVersion7());

    protected override void Change(WebApplicationBuilder builder) => builder.Services.AddSingleton<DocumentKind, NoteKind>();

    /// <summary>A note about Anna and Pavel of the world, in a course of its own.</summary>
    internal async Task<IssuedDocument> Issue()
    {
        var note = await Note();
        return await Act(act => Service<DocumentStore>().Issue(act, new NewDocument("note", note, new LocalText("Жазба", "Записка", "Note"), Guid.CreateVersion7(), Course)
        {
            Language = "ru",
            Concerning = [.. note.Lines.Select(l => l.Person)],
        }));
    }

    internal Task<IssuedDocument> NewVersion(IssuedDocument document) => Act(async act =>
    {
        var note = await Note();
        return await Service<DocumentStore>().NewVersion(act, document.Id, note, "Протокол апелляции 3", [note.Lines[0].Person]);
    });

    internal Task<Guid> Person(string userName) => Read(db => db.Set<PersonRow>().Where(p => p.UserName == userName).Select(p => p.Id).SingleAsync());

    private async Task<Note> Note() => new([new(await Person("anna"), "Орлова Анна", 75.8m), new(await Person("pavel"), "Лысенко Павел", 49.5m)]);
}
