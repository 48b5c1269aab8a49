using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Alys.Content;
using Alys.Tests.Content.Text;

namespace Alys.Tests.Content;

public sealed class LessonImportTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private async Task<Visitor> SignIn(string name, string language)
    {
        var visitor = await alys.SignIn(name);
        await visitor.Get($"/language/{language}?to=/content/packs");
        return visitor;
    }

    private static byte[] Zip(params (string Path, object Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in entries)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(content as byte[] ?? Encoding.UTF8.GetBytes((string)content));
            }
        }
        return bytes.ToArray();
    }

    private static byte[] Course(string second = "# Реле\n\nТекст о реле.") => Zip(
        ("course/lessons/1-sensors/README.md", "# Датчики\n\n![Датчик влажности](../../images/sensor.png)\n\n![Нет такого](../../images/lost.png)\n\nДалее: [реле](../2-relay/README.md#top), [схема](../../files/scheme.pdf)"),
        ("course/lessons/1-sensors/assignment.md", "# Задание\n\nСоберите схему."),
        ("course/lessons/1-sensors/pi.md", "# Raspberry Pi\n\nПодключите датчик."),
        ("course/lessons/2-relay/README.md", second),
        ("course/lessons/2-relay/virtual-device.md", "# Виртуальное устройство\n\n<script>alert(1)</script>Запустите."),
        ("course/README.md", "# О курсе\n\nВсем привет."),
        ("course/images/sensor.png", LightImagesTests.Png(900, 600)),
        ("course/images/unused.png", LightImagesTests.Png(10, 10)),
        ("course/files/scheme.pdf", "%PDF-1.4 схема"));

    private async Task<(Visitor Saule, int Pack, Guid Id)> NewPack(string title)
    {
        var saule = await SignIn("saule", "ru");
        var page = await saule.Get("/content/packs/new");
        var subject = page.Document.QuerySelectorAll("select[name=SubjectNo] option").First(o => o.TextContent.Contains("db", StringComparison.OrdinalIgnoreCase)).GetAttribute("value")!;
        page = await page.Submit("main form", new() { ["SubjectNo"] = subject, ["Language"] = "ru", ["Title"] = title });
        var no = int.Parse(page.Url.Segments[^1], CultureInfo.InvariantCulture);
        return (saule, no, (await alys.Read(db => db.Set<PackRow>().FirstAsync(p => p.No == no, TestContext.Current.CancellationToken))).Id);
    }

    private static async Task<PageAnswer> Send(Visitor visitor, int pack, byte[] archive, string name = "course.zip") =>
        await (await visitor.Get($"/content/import/start/{pack}")).Submit("main form", files: new() { ["Upload"] = (name, archive) });

    private static async Task<PageAnswer> Import(Visitor visitor, int pack, byte[] archive)
    {
        var trial = await Send(visitor, pack, archive);
        Assert.Equal(HttpStatusCode.OK, trial.Status);
        return await (await trial.Click("Импортировать")).Submit("main form");
    }

    private static int Count(PageAnswer page, string outcome) => page.Document.QuerySelectorAll($"tr[data-outcome={outcome}]").Length;

    private Task<int> UnitsOf(Guid pack) => alys.Read(db => db.Units.CountAsync(u => u.PackId == pack, TestContext.Current.CancellationToken));

    [Fact]
    public async Task ATrialShowsEverythingAndChangesNothing()
    {
        var (saule, pack, id) = await NewPack("Пробный");
        var trial = await Send(saule, pack, Course());
        Assert.Equal(9, trial.Document.QuerySelectorAll("tbody tr[data-outcome]").Length);
        Assert.Equal(7, Count(trial, "Created"));
        Assert.Equal(2, Count(trial, "Skipped"));
        Assert.Contains("images/lost.png", trial.Text);
        Assert.Equal(0, await UnitsOf(id));
    }

    [Fact]
    public async Task LessonsStandInTheirSlotsWithPicturesFilesAndLinks()
    {
        var (saule, pack, id) = await NewPack("Свои уроки");
        var report = await Import(saule, pack, Course());
        Assert.Equal(7, Count(report, "Created"));
        Assert.Equal(["M3", "M5.tasks", "M6.iws", "M3", "M4"], await alys.Read(db => db.Units.Where(u => u.PackId == id).OrderBy(u => u.No).Select(u => u.Slot).ToListAsync(TestContext.Current.CancellationToken)));

        var unit = await saule.Get($"/content/units/show/{pack}/1");
        var box = unit.Document.QuerySelector("a.image-box")!;
        Assert.Equal("Датчик влажности", box.GetAttribute("data-alt"));
        using var picture = await saule.Http.GetAsync(box.GetAttribute("href"), TestContext.Current.CancellationToken);
        Assert.Equal("image/webp", picture.Content.Headers.ContentType!.MediaType);
        Assert.Contains("[Нет такого]", unit.Text);
        Assert.Equal("4", unit.Document.QuerySelectorAll(".prose a").First(a => a.TextContent == "реле").GetAttribute("href"));
        var scheme = unit.Document.QuerySelectorAll(".prose a").First(a => a.TextContent.StartsWith("схема", StringComparison.Ordinal)).GetAttribute("href");
        using var file = await saule.Http.GetAsync(scheme, TestContext.Current.CancellationToken);
        Assert.Equal("%PDF-1.4 схема", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("<script>alert", (await saule.Get($"/content/units/show/{pack}/5")).Html);

        // The library took the words of the picture from the text; what the archive could not know is listed.
        Assert.Equal(["Датчик влажности"], await alys.Read(db => db.Media.Where(m => m.PackId == id && m.LightHash != null).Select(m => m.Description).ToListAsync(TestContext.Current.CancellationToken)));
        var missing = await report.Click("Показать их");
        Assert.Equal(2, missing.Document.QuerySelectorAll("tr[data-media] .badge.bad").Length);
    }

    [Fact]
    public async Task AFileIsSentOnlyToWhoMayReadItsPack()
    {
        var (saule, pack, _) = await NewPack("Закрытый");
        await Import(saule, pack, Course());
        var address = (await saule.Get($"/content/units/show/{pack}/1")).Document.QuerySelector("a.image-box")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await (await alys.SignIn("anna")).Get(address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await alys.SignIn("sergei")).Get(address)).Status);
        using var stranger = await alys.Stranger().Http.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.NotEqual(HttpStatusCode.OK, stranger.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await saule.Get("/content/media/0123456789abcdef")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await saule.Get(address + "/secret")).Status);
    }

    [Fact]
    public async Task ImportingAgainUpdatesTheSameUnits()
    {
        var (saule, pack, id) = await NewPack("Повторный");
        await Import(saule, pack, Course());
        var again = await Import(saule, pack, Course(second: "# Реле\n\nИсправленный текст."));
        Assert.Equal(0, Count(again, "Created"));
        Assert.Equal(1, Count(again, "Changed"));
        Assert.Equal(6, Count(again, "Unchanged"));
        Assert.Equal(5, await UnitsOf(id));
        var unit = await alys.Read(db => db.Units.FirstAsync(u => u.PackId == id && u.No == 4, TestContext.Current.CancellationToken));
        Assert.Equal(2, unit.Versions);
        Assert.Contains("Исправленный текст", (await saule.Get($"/content/units/show/{pack}/4")).Text);
    }

    [Fact]
    public async Task TheOrganiserChangesTheRules()
    {
        var (saule, pack, id) = await NewPack("Правила");
        var trial = await Send(saule, pack, Course());
        var page = await trial.Submit("form.rules", new() { ["Rules[1].Slot"] = "M5.guidance", ["Rules[7].Slot"] = "A.reference" });
        Assert.Equal(1, page.Document.QuerySelectorAll("tr[data-slot='M5.guidance']").Length);
        Assert.Equal(8, Count(page, "Created"));
        await (await page.Click("Импортировать")).Submit("main form");
        Assert.Equal(6, await UnitsOf(id));
        var refused = await (await Send(saule, pack, Course())).Submit("form.rules", new() { ["Rules[0].Pattern"] = "@lecture" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("@lecture", refused.Document.QuerySelector("input[name='Rules[0].Pattern']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task AnUnitWrittenByHandSinceIsNamedBeforeItIsReplaced()
    {
        var (saule, pack, _) = await NewPack("Правка");
        await Import(saule, pack, Course());
        await (await saule.Get($"/content/units/edit/{pack}/4")).Submit("main form", new() { ["Source"] = "Моя правка" });
        var trial = await Send(saule, pack, Course());
        Assert.Contains("правили вручную", trial.Document.QuerySelector("tr[data-outcome=Changed]")!.TextContent);
    }

    [Fact]
    public async Task HostileAndBrokenArchivesAreRefusedInASentenceAndNothingIsImported()
    {
        var (saule, pack, id) = await NewPack("Враждебный");
        var bomb = Zip(("lessons/1-a/README.md", new byte[80_000_000]));
        var cut = Course()[..1500];
        foreach (var archive in new[] { bomb, cut, Zip(("../../etc/passwd", "x"), ("lessons/1-a/README.md", "# A\n\nb")), Encoding.UTF8.GetBytes("no archive at all"), Zip(("picture.png", LightImagesTests.Png(4, 4))) })
        {
            var trial = await Send(saule, pack, archive);
            Assert.Equal(HttpStatusCode.OK, trial.Status);
            Assert.NotEmpty(trial.Document.QuerySelectorAll("[role=alert] li"));
            Assert.DoesNotContain("archive.problem", trial.Text);
            var run = await (await saule.Get(trial.Url.AbsolutePath.Replace("/show/", "/run/", StringComparison.Ordinal))).Submit("main form");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, run.Status);
        }
        Assert.Equal(0, await UnitsOf(id));
    }

    [Fact]
    public async Task AnUploadCutInTheMiddleLeavesNothing()
    {
        var (saule, pack, id) = await NewPack("Обрыв");
        var page = await saule.Get($"/content/import/start/{pack}");
        var token = page.Document.QuerySelector("main form [name=__RequestVerificationToken]")!.GetAttribute("value");
        var files = alys.Service<Alys.Platform.PlatformOptions>().FilesFolder;
        var before = Directory.GetFiles(files, "*", SearchOption.AllDirectories).Length;
        var random = new byte[300_000];
        Random.Shared.NextBytes(random);
        using (var line = new TcpClient())
        {
            await line.ConnectAsync(alys.Address.Host, alys.Address.Port, TestContext.Current.CancellationToken);
            var head = $"POST /content/import/start/{pack} HTTP/1.1\r\nHost: {alys.Address.Authority}\r\nCookie: {saule.Cookies.GetCookieHeader(alys.Address)}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000\r\n\r\n"
                + $"--x\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{token}\r\n--x\r\nContent-Disposition: form-data; name=\"Upload\"; filename=\"course.zip\"\r\n\r\n";
            await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
            await line.GetStream().WriteAsync(random, TestContext.Current.CancellationToken);
            line.LingerState = new LingerOption(true, 0);
        }
        // The same address takes the same file whole afterwards, and nothing of the half one is there.
        Assert.Equal(HttpStatusCode.OK, (await Send(saule, pack, Course("# Реле\n\nПосле обрыва."))).Status);
        Assert.Equal(before + 1, Directory.GetFiles(files, "*", SearchOption.AllDirectories).Length);
        Assert.Equal(1, await alys.Read(db => db.LessonImports.CountAsync(i => i.PackId == id, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task AnImportRunsOnce()
    {
        var (saule, pack, _) = await NewPack("Однажды");
        var trial = await Send(saule, pack, Course());
        var confirm = await trial.Click("Импортировать");
        await confirm.Submit("main form");
        var second = await (await saule.Get(confirm.Url.AbsolutePath)).Submit("main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
    }

    [Fact]
    public async Task TheRealCourseOfTwentyFourLessonsStandsInItsSlots()
    {
        var archive = await File.ReadAllBytesAsync(RealContent.Path("courses/iot-for-beginners-ru.zip"), TestContext.Current.CancellationToken);
        var (saule, pack, id) = await NewPack("Интернет вещей");
        var report = await Import(saule, pack, archive);
        Assert.Equal(HttpStatusCode.OK, report.Status);
        using var zip = new ZipArchive(new MemoryStream(archive));
        Assert.Equal(zip.Entries.Count(e => !e.FullName.EndsWith('/')), report.Document.QuerySelectorAll("tbody tr[data-outcome]").Length);
        var slots = (await alys.Read(db => db.Units.Where(u => u.PackId == id).Select(u => u.Slot).ToListAsync(TestContext.Current.CancellationToken))).CountBy(s => s).ToDictionary();
        Assert.Equal(24, slots["M3"]);
        Assert.Equal(24, slots["M6.iws"]);
        Assert.True(slots["M4"] > 10 && slots["M5.tasks"] > 10);
        Assert.NotEmpty(report.Document.QuerySelectorAll("details summary"));
        var largest = await alys.Read(db => (from page in db.VersionPages join unit in db.Units on page.VersionId equals unit.DraftVersionId where unit.PackId == id select page.Bytes).MaxAsync(TestContext.Current.CancellationToken));
        Assert.InRange(largest, 1, 15_000);

        await (await saule.Get($"/content/packs/publish/{pack}")).Submit("main form");
        Assert.Equal(slots.Values.Sum(), await alys.Read(db => db.Set<PublishedUnitRow>().CountAsync(u => u.PackId == id, TestContext.Current.CancellationToken)));
        var second = await Import(saule, pack, archive);
        Assert.Equal(slots.Values.Sum(), second.Document.QuerySelectorAll("tr[data-outcome=Unchanged][data-slot^=M]").Length);
        Assert.Equal(0, Count(second, "Created") + Count(second, "Changed"));
    }
}
