using Alys.Content.Media;
using Alys.Content.Recordings;
using Alys.Content.Units;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Content;

/// <summary>The files of the believable institution's packs, stored as an author stores them.</summary>
internal static class DemoMedia
{
    /// <summary>Stores the files of a pack; the composer of its units then knows what <c>media:1</c> means.</summary>
    public static async Task<Composer> Load(Demo demo, string pack, Guid packId, string language, Reader author, CancellationToken ct)
    {
        var store = demo.Services.GetRequiredService<MediaStore>();
        var stored = new List<StoredMedia>();
        foreach (var row in demo.Table("media.csv").Where(r => r["Pack"] == pack))
        {
            await using var file = File.OpenRead(demo.PathOf(Path.Combine("media", row["File"])));
            var prepared = await store.PrepareTyped(file, row["File"], ct);
            var captions = demo.PathOf(Path.Combine("media", Path.ChangeExtension(row["File"], ".vtt")));
            var cues = File.Exists(captions) ? Cue.Write(Cue.Read(await File.ReadAllTextAsync(captions, ct))) : null;
            stored.Add(await demo.Acts.Run(author, async act =>
            {
                var media = await MediaStore.AddTyped(act, await act.Db.Packs.SingleAsync(p => p.Id == packId, act.Ct), prepared, Form(row));
                if (cues is not null) act.Db.Add(new MediaCaption { MediaId = media.Id, Language = media.Language, Vtt = cues, At = act.Now });
                return media;
            }, ct));
        }
        return new Composer(language, target => Composer.Named(target, [], stored));
    }

    private static MediaForm Form(Demo.Row row) => new()
    {
        Title = row["Title"], Description = row["Description"], Language = row["Language"], Origin = Enum.Parse<MediaOrigin>(row["Owner"]),
        Source = row["Source"], Holder = row["Holder"], Licence = row["Licence"], Terms = row["Terms"],
    };
}
