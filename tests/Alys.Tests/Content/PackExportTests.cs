using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Alys.Assessment.Bank;
using Alys.Content;
using Alys.Curriculum;

namespace Alys.Tests.Content;

/// <summary>A pack out as Common Cartridge and in again.</summary>
public sealed class PackExportTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private const int Responses = 20;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<Visitor> Saule()
    {
        var saule = await alys.SignIn("saule");
        await saule.Get("/language/ru?to=/content/packs");
        return saule;
    }

    private Task<PackRow> Pack(string subject, string language) => alys.Read(async db =>
        await (from p in db.Set<PackRow>() join s in db.Set<SubjectRow>() on p.SubjectId equals s.Id where s.Code.ToLower().Contains(subject) && p.Language == language orderby p.No select p).FirstAsync(Ct));

    private async Task<PackRow> NewPack(Visitor saule, string subject, string language, string title)
    {
        var page = await saule.Get("/content/packs/new");
        var no = page.Document.QuerySelectorAll("select[name=SubjectNo] option").First(o => o.TextContent.Contains(subject, StringComparison.OrdinalIgnoreCase)).GetAttribute("value")!;
        page = await page.Submit("main form", new() { ["SubjectNo"] = no, ["Language"] = language, ["Title"] = title });
        var pack = int.Parse(page.Url.Segments[^1], CultureInfo.InvariantCulture);
        return await alys.Read(db => db.Set<PackRow>().FirstAsync(p => p.No == pack, Ct));
    }

    private static async Task Import(Visitor saule, PackRow pack, byte[] archive, string name = "pack.imscc")
    {
        var trial = await (await saule.Get($"/content/import/start/{pack.No}")).Submit("main form", files: new() { ["Upload"] = (name, archive) });
        Assert.Empty(trial.Document.QuerySelectorAll("[role=alert]"));
        Assert.Equal(HttpStatusCode.OK, (await (await trial.Click("Импортировать")).Submit("main form")).Status);
    }

    private static async Task<byte[]> Export(Visitor saule, PackRow pack)
    {
        var page = await saule.Get($"/content/export/show/{pack.No}");
        var form = page.Document.QuerySelector("main form[method=post]")!;
        using var answer = await saule.Http.PostAsync(page.Url, new FormUrlEncodedContent(form.QuerySelectorAll("input").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))), Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        return await answer.Content.ReadAsByteArrayAsync(Ct);
    }

    [Theory]
    [InlineData("db", "kk", "intro")]
    [InlineData("db", "ru", "intro")]
    [InlineData("intro", "en", "db")]
    public async Task ADemoPackComesBackAsItWas(string subject, string language, string other)
    {
        var saule = await Saule();
        var from = await Pack(subject, language);
        var into = await NewPack(saule, other, language, $"Қайта оралды: {subject} {language}");
        await Import(saule, into, await Export(saule, from));
        Assert.True(await ItemsAgree(from, into) > 8);
        await StructureAgrees(from, into);
    }

    [Fact]
    public async Task AnImportedCartridgeComesBackAsItWasWithItsFiles()
    {
        var saule = await Saule();
        var from = await NewPack(saule, "intro", "en", "Cartridge, first");
        await Import(saule, from, await File.ReadAllBytesAsync(RealContent.Path("cartridges/canvas_small_1.1.imscc"), Ct), "canvas.imscc");
        var into = await NewPack(saule, "db", "en", "Cartridge, again");
        await Import(saule, into, await Export(saule, from));
        await ItemsAgree(from, into);
        await StructureAgrees(from, into);
        Assert.Equal(5, (await HashesOf(from)).Count);
    }

    private Task<List<string>> HashesOf(PackRow pack) => alys.Read(db => db.Media.Where(m => m.PackId == pack.Id).Select(m => m.Hash).Order().ToListAsync(Ct));

    private async Task StructureAgrees(PackRow from, PackRow into)
    {
        Assert.Equal(await StructureOf(from), await StructureOf(into));
        Assert.Equal(await HashesOf(from), await HashesOf(into));
        Assert.Equal(await WordsOf(from), await WordsOf(into));
    }

    // By slot, for a package has no order across its modules.
    private Task<List<string>> StructureOf(PackRow pack) => alys.Read(async db => (await
        (from u in db.Units join v in db.UnitVersions on u.DraftVersionId equals v.Id where u.PackId == pack.Id orderby u.Slot, u.Order, u.No select new { u.Slot, v }).ToListAsync(Ct))
        .ConvertAll(x => $"{x.Slot} {x.v.Kind} {x.v.Title} {x.v.MaxPoints} {x.v.AnswerByText} {x.v.AnswerByFiles}"));

    private Task<List<string>> WordsOf(PackRow pack) => alys.Read(async db =>
    {
        var rows = await (from u in db.Units join p in db.VersionPages on u.DraftVersionId equals p.VersionId where u.PackId == pack.Id orderby u.Slot, u.Order, u.No, p.Number select new { u.Id, p.Html }).ToListAsync(Ct);
        return rows.GroupBy(r => r.Id).Select(g => string.Join(' ', g.SelectMany(r => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(r.Html).Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))).ToList();
    });

    private async Task<int> ItemsAgree(PackRow from, PackRow into)
    {
        var (mine, theirs) = (await BodiesOf(from), await BodiesOf(into));
        var dice = new Random(20);
        foreach (var (code, body) in mine)
        {
            // The format has no such question, and the list of losses says so.
            if (body is Ordering or Cloze or Calculated) continue;
            Assert.True(theirs.TryGetValue(code, out var other), $"{code} did not come back");
            Assert.Equal(body.Kind, other!.Kind);
            for (var i = 0; i < Responses; i++)
            {
                var (given, again) = Response(body, other, dice);
                Assert.True(body.Score(given, new("")) == other.Score(again, new("")), $"{code}: {given} is scored otherwise");
            }
        }
        return mine.Count;
    }

    private Task<Dictionary<string, ItemBody>> BodiesOf(PackRow pack) => alys.Read(async db => (await
        (from i in db.Set<Item>() join v in db.Set<ItemVersion>() on i.LiveVersionId equals v.Id where i.SubjectId == pack.SubjectId && i.Language == pack.Language && i.RetiredAt == null select new { i.Code, v.Body }).ToListAsync(Ct))
        .ToDictionary(x => x.Code!, x => BodyJson.Read(x.Body), StringComparer.Ordinal));

    // The same answer in the words of both; answers of matching may stand in another order.
    private static (JsonElement, JsonElement) Response(ItemBody body, ItemBody other, Random dice)
    {
        static JsonElement Json(object? value) => JsonSerializer.SerializeToElement(value);
        switch (body)
        {
            case SingleChoice single:
                var one = Json(dice.Next(single.Choices.Count));
                return (one, one);
            case MultipleChoice multiple:
                var some = Json(Enumerable.Range(0, multiple.Choices.Count).Where(_ => dice.Next(2) == 0).ToArray());
                return (some, some);
            case TrueFalse:
                var truth = Json(dice.Next(2) == 0);
                return (truth, truth);
            case Matching matching:
                var answers = matching.Pairs.Select(p => dice.Next(2) == 0 ? p.Answer : matching.Answers[dice.Next(matching.Answers.Count)]).ToArray();
                return (Json(answers.Select(a => matching.Answers.ToList().IndexOf(a))), Json(answers.Select(a => ((Matching)other).Answers.ToList().IndexOf(a))));
            case Numeric numeric:
                var near = numeric.Answers[dice.Next(numeric.Answers.Count)];
                var number = Json((near.Value + (near.Tolerance * (dice.Next(5) - 2) / 2) + (dice.Next(3) == 0 ? 1 : 0)).ToString("R", CultureInfo.InvariantCulture));
                return (number, number);
            case ShortAnswer words:
                var pattern = words.Answers[dice.Next(words.Answers.Count)].Pattern;
                var word = Json(dice.Next(4) switch { 0 => "мүлде басқа", 1 => pattern.Replace("*", "", StringComparison.Ordinal).ToUpperInvariant(), 2 => "x" + pattern.Replace("*", "y", StringComparison.Ordinal), _ => pattern.Replace("*", "", StringComparison.Ordinal) });
                return (word, word);
            default:
                var text = Json(dice.Next(2) == 0 ? "Ойым мынадай." : "");
                return (text, text);
        }
    }

    [Fact]
    public async Task ThePageSaysWhatTheFormatCannotSayAndTheArchiveKeepsIt()
    {
        var saule = await Saule();
        var pack = await Pack("db", "kk");
        var page = await saule.Get($"/content/export/show/{pack.No}");
        Assert.Contains("стандарт случайного выбора не знает", page.Text);
        Assert.Contains("Соответствие", page.Document.QuerySelector("#losses")!.TextContent);
        Assert.DoesNotContain("content.export", page.Text);
        Assert.DoesNotContain("assessment.export", page.Text);
        using var zip = new ZipArchive(new MemoryStream(await Export(saule, pack)));
        using var kept = new StreamReader(zip.GetEntry("cannot-say.html")!.Open());
        Assert.Contains("стандарт кездейсоқ таңдауды білмейді", await kept.ReadToEndAsync(Ct));
        Assert.True(await alys.Read(db => db.Set<Alys.Platform.JournalEntry>().AnyAsync(e => e.What == "content.pack.exported", Ct)));
    }

    [Fact]
    public async Task TheArchiveHasTheShapeOfRealCartridges()
    {
        using var zip = new ZipArchive(new MemoryStream(await Export(await Saule(), await Pack("db", "ru"))));
        XElement Read(ZipArchive archive, string path)
        {
            using var stream = archive.GetEntry(path)!.Open();
            return XDocument.Load(stream).Root!;
        }
        using var real = new ZipArchive(File.OpenRead(RealContent.Path("cartridges/cc2olx-main.imscc")));
        var (ours, theirs) = (Read(zip, "imsmanifest.xml"), Read(real, "imsmanifest.xml"));
        Assert.Equal(theirs.Name, ours.Name);
        static string? Said(XElement root, string name) => root.Descendants().First(e => e.Name.LocalName == name).Value;
        Assert.Equal((Said(theirs, "schema"), Said(theirs, "schemaversion")), (Said(ours, "schema"), Said(ours, "schemaversion")));
        // Types differ by the version of the profile only, which the makers of the real ones have left at 1.1.
        static string Type(XElement resource) => ((string)resource.Attribute("type")!).Replace("v1p3", "v1p1", StringComparison.Ordinal);
        var known = theirs.Descendants().Where(e => e.Name.LocalName == "resource").Select(Type).Append("imsqti_xmlv1p2/imscc_xmlv1p1/question-bank").ToHashSet();
        var resources = ours.Descendants().Where(e => e.Name.LocalName == "resource").ToList();
        Assert.Empty(resources.Select(Type).Except(known));
        Assert.Equal(Read(real, "assignments/assignment_1.xml").Name, Read(zip, resources.First(r => Type(r) == "assignment_xmlv1p0").Elements().First().Attribute("href")!.Value).Name);
        Assert.Equal(Read(real, "resource_4_qti/assessment_qti.xml").Name, Read(zip, "bank/question-bank.xml").Name);
        Assert.All(resources.Elements().Select(f => f.Attribute("href")?.Value).OfType<string>(), f => Assert.NotNull(zip.GetEntry(Uri.UnescapeDataString(f))));
        var names = ours.Descendants().Select(e => e.Attribute("identifier")?.Value).OfType<string>().ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.Empty(ours.Descendants().Select(e => e.Attribute("identifierref")?.Value).OfType<string>().Except(names));
    }

    [Fact]
    public async Task WhoMayNotWriteThePackMayNotExportIt()
    {
        var pack = await Pack("db", "kk");
        Assert.NotEqual(HttpStatusCode.OK, (await (await alys.SignIn("aliya")).Get($"/content/export/show/{pack.No}")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await (await alys.SignIn("aigerim")).Get($"/content/export/show/{pack.No}")).Status);
    }
}
