using System.Text;
using Alys.Formats;
using Alys.Formats.Archives;
using Alys.Formats.Cartridges;

namespace Alys.Tests.Formats;

public sealed class CartridgeTests
{
    static Cartridge Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        Assert.True(SafeArchive.TryOpen(stream, null, out var archive, out _));
        using (archive)
        {
            Assert.True(Cartridge.IsIn(archive));
            Assert.True(Cartridge.TryRead(archive, out var cartridge, out var problems), string.Join("; ", problems));
            return cartridge;
        }
    }

    static Cartridge Read(SmallCartridge cartridge) => Read(cartridge.Pack());

    static string Refusal(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        Assert.True(SafeArchive.TryOpen(stream, null, out var archive, out _));
        using (archive)
        {
            Assert.False(Cartridge.TryRead(archive, out _, out var problems));
            return Assert.Single(problems, p => p.IsError).Key;
        }
    }

    static SmallCartridge OneOfEach(string version)
    {
        var small = new SmallCartridge(version);
        return small
            .Module("Модуль 1", ("Лекция", "page"), ("Сілтеме", "link"), ("Сұрақ", "topic"))
            .Module("Модуль 2", ("Құрал", "tool"), ("Тест", "test"), ("Файл", "file"), ("Тапсырма", "task"))
            .Resource("page", "webcontent", "web/page.html", "<h1>Кесте</h1><p>Мәтін</p>")
            .Resource("file", "webcontent", "web/a%20b.pdf", "%PDF")
            .Resource("link", $"imswl_xml{small.V}", "l.xml", SmallCartridge.Link("Сайт", "https://example.kz/a?b=1&c=2"))
            .Resource("topic", $"imsdt_xml{small.V}", "t/t.xml", SmallCartridge.Topic("Тақырып", "<p>Пікіріңіз?</p>", "../web/a b.pdf"))
            .Resource("tool", "imsbasiclti_xmlv1p0", "lti.xml", SmallCartridge.Tool("Зертхана", "https://lti.example.kz/start"))
            .Resource("test", $"imsqti_xmlv1p2/imscc_xml{small.V}/assessment", "q/test.xml", "<questestinterop/>")
            .Resource("bank", $"imsqti_xmlv1p2/imscc_xml{small.V}/question-bank", "q/bank.xml", "<questestinterop/>")
            .Resource("own", $"associatedcontent/imscc_xml{small.V}/learning-application-resource", "own/data.bin", "x")
            .Resource("task", "assignment_xmlv1p0", "task.xml", SmallCartridge.Assignment("Есеп", "<p>Шығарыңыз.</p>",
                "<gradable points_possible=\"12.5\">true</gradable><submission_formats><format type=\"file\"/></submission_formats>"));
    }

    [Theory]
    [InlineData("1.0.0")]
    [InlineData("1.1.0")]
    [InlineData("1.2.0")]
    [InlineData("1.3.0")]
    public void EveryKindOfEveryVersionIsRead(string version)
    {
        var cartridge = Read(OneOfEach(version));
        Assert.Equal(("IMS Common Cartridge", version, "Деректер қоры"), (cartridge.Schema, cartridge.Version, cartridge.Title));
        Assert.Equal([CartridgeKind.Page, CartridgeKind.File, CartridgeKind.WebLink, CartridgeKind.Topic, CartridgeKind.Tool, CartridgeKind.Assessment, CartridgeKind.QuestionBank, CartridgeKind.Associated, CartridgeKind.Assignment],
            cartridge.Resources.Select(r => r.Kind));
        Assert.Equal(["Модуль 1", "Модуль 2"], cartridge.Items.Select(i => i.Title));
        Assert.Equal(["page", "link", "topic"], cartridge.Items[0].Items.Select(i => i.Resource!.Identifier));
        Assert.Equal("web/a b.pdf", cartridge.Find("file")!.Main);
        Assert.Equal(new CartridgeLink("Сайт", "https://example.kz/a?b=1&c=2", "_blank"), cartridge.Find("link")!.Content);
        Assert.Equal(new CartridgeTool("Зертхана", "https://lti.example.kz/start"), cartridge.Find("tool")!.Content);
        var topic = Assert.IsType<CartridgeTopic>(cartridge.Find("topic")!.Content);
        Assert.Equal(("Тақырып", "<p>Пікіріңіз?</p>"), (topic.Page.Title, topic.Page.Text));
        Assert.Equal((ReferenceState.Found, "web/a b.pdf"), (Assert.Single(topic.Attachments).State, topic.Attachments[0].Path));
        var task = Assert.IsType<CartridgeAssignment>(cartridge.Find("task")!.Content);
        Assert.Equal((12.5m, "file"), (task.Points, Assert.Single(task.Answers)));
        Assert.Empty(cartridge.Problems);
        Assert.Empty(cartridge.Unlisted);
    }

    [Fact]
    public void ReferencesFindTheirFilesByEveryWayOfNamingThem()
    {
        var page = """
            <img src="%24IMS-CC-FILEBASE%24/pics/a.png?canvas_download=1"><img src="$IMS-CC-FILEBASE$../web_resources/pics/a.png"><img src="../web_resources/pics/a.png">
            <img src="..\WEB_RESOURCES\Pics\A.png"><a href="%24WIKI_REFERENCE%24/pages/second">2</a><a href="$CANVAS_OBJECT_REFERENCE$/assignments/task">3</a>
            <a href="second.html#part">4</a><a href="https://example.kz">5</a><a href="#here">6</a><img src="lost.png"><iframe src="$IMS-CC-FILEBASE$/film.mp4"></iframe>
            """;
        var cartridge = Read(new SmallCartridge().Module("М", ("1", "first"))
            .Resource("first", "webcontent", "wiki_content/first.html", page)
            .Resource("p2", "webcontent", "wiki_content/second.html", "<p>2</p>")
            .Resource("task", "assignment_xmlv1p0", "t/task.xml", SmallCartridge.Assignment("Т", "т"))
            .Resource("pic", "webcontent", "web_resources/pics/a.png", new byte[] { 1 })
            .Resource("film", "webcontent", "web_resources/film.mp4", new byte[] { 1 }));
        var references = ((CartridgePage)cartridge.Find("first")!.Content!).Page.References;
        Assert.Equal(4, references.Count(r => r.Path == "web_resources/pics/a.png" && r.State == ReferenceState.Found));
        Assert.Equal(2, references.Count(r => r.Path == "wiki_content/second.html"));
        Assert.Single(references, r => r.Path == "t/task.xml");
        Assert.Single(references, r => r.Path == "web_resources/film.mp4" && r.State == ReferenceState.Found);
        Assert.Single(references, r => r.State == ReferenceState.External);
        Assert.Single(references, r => r.State == ReferenceState.Anchor);
        Assert.Equal("lost.png", Assert.Single(references, r => r.State == ReferenceState.Missing).Path);
    }

    [Fact]
    public void AContentPackageWithBasesAndAFolderAroundItIsRead()
    {
        var manifest = """
            <manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_v1p2" xml:base="course/">
            <metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion><imsmd:lom><imsmd:general><imsmd:title><imsmd:langstring xml:lang="ru">Базы данных</imsmd:langstring></imsmd:title></imsmd:general></imsmd:lom></metadata>
            <organizations default="b"><organization identifier="a"><title>А</title></organization><organization identifier="b"><title>Б</title>
            <item identifier="i1" identifierref="r1"><title>Глава</title><item identifier="i2" identifierref="r2" isvisible="false"><title>Скрытая</title></item></item>
            <item identifier="i3" identifierref="r3"><title>Сайт</title></item><item identifier="i4" identifierref="nowhere"><title>Нет</title></item></organization></organizations>
            <resources xml:base="texts/"><resource identifier="r1" type="webcontent" xml:base="one/" href="index.htm"><file href="index.htm"/><file href="more.htm"/><file href="lost.gif"/></resource>
            <resource identifier="r2" type="webcontent" href="two.htm#top"><file href="two.htm"/></resource>
            <resource identifier="r3" type="webcontent" href="https://example.kz/"/></resources></manifest>
            """;
        var cartridge = Read(ArchiveTests.Zip(("pack/imsmanifest.xml", Encoding.UTF8.GetBytes(manifest)), ("pack/course/texts/one/index.htm", "<p>1</p>"u8.ToArray()),
            ("pack/course/texts/one/more.htm", "<p>2</p>"u8.ToArray()), ("pack/course/texts/two.htm", "<p>3</p>"u8.ToArray()), ("pack/left.txt", "x"u8.ToArray())).ToArray());
        Assert.Equal(("IMS Content", "1.1.3", "Базы данных"), (cartridge.Schema, cartridge.Version, cartridge.Title));
        Assert.Equal(["pack/course/texts/one/index.htm", "pack/course/texts/two.htm", "https://example.kz/"], cartridge.Resources.Select(r => r.Main));
        Assert.Equal(["Глава", "Сайт", "Нет"], cartridge.Items.Select(i => i.Title));
        Assert.False(cartridge.Items[0].Items[0].IsVisible);
        Assert.Equal(("nowhere", null), (cartridge.Items[2].Reference, cartridge.Items[2].Resource));
        Assert.Equal("pack/course/texts/one/more.htm", Assert.Single(cartridge.OtherPages).Path);
        Assert.Equal("pack/left.txt", Assert.Single(cartridge.Unlisted));
        Assert.Equal(["cartridge.problem.more-organizations", "cartridge.problem.missing-file"], cartridge.Problems.Select(p => p.Key));
        Assert.Contains("pack/course/texts/one/lost.gif", cartridge.Problems[1].Args);
    }

    [Fact]
    public void RolesVariantsAndStandardsAreKept()
    {
        var cartridge = Read(new SmallCartridge("1.2.0").Module("М", ("1", "a"))
            .File("a.html", "<p>а</p>").File("b.html", "<p>б</p>")
            .Resource("<resource identifier=\"a\" type=\"webcontent\" href=\"a.html\" intendeduse=\"syllabus\"><metadata><lom:lom><lom:educational><lom:intendedEndUserRole><lom:source>IMSGLC_CC_Rolesv1p2</lom:source><lom:value>Instructor</lom:value></lom:intendedEndUserRole></lom:educational></lom:lom><s:curriculumStandardsMetadataSet xmlns:s=\"s\"><s:curriculumStandardsMetadata><s:setOfGUIDs><s:labelledGUID><s:GUID>G-1</s:GUID></s:labelledGUID></s:setOfGUIDs></s:curriculumStandardsMetadata></s:curriculumStandardsMetadataSet></metadata><file href=\"a.html\"/><dependency identifierref=\"b\"/></resource>")
            .Resource("<resource identifier=\"b\" type=\"webcontent\"><cpx:variant identifier=\"v\" identifierref=\"a\"/><file href=\"b.html\"/></resource>"));
        var first = cartridge.Resources[0];
        Assert.Equal(("syllabus", true, "G-1", "b"), (first.IntendedUse, first.IsForTeachers, Assert.Single(first.Standards), Assert.Single(first.Dependencies)));
        Assert.Equal("a", cartridge.Resources[1].VariantOf);
    }

    [Fact]
    public void TextForTeachersIsNeverGivenOut()
    {
        var cartridge = Read(new SmallCartridge().Module("М", ("1", "a")).Resource("a", "assignment_xmlv1p0", "a.xml", SmallCartridge.Assignment("Т", "",
            "<instructor_text texttype=\"text/plain\">Ответ: 42</instructor_text><attachments><attachment href=\"key.pdf\" role=\"Instructor\"/></attachments>")));
        var task = (CartridgeAssignment)cartridge.Resources[0].Content!;
        Assert.True(task.HasTextForTeachers);
        Assert.Equal("", task.Page.Text);
        Assert.Empty(task.Attachments);
    }

    [Fact]
    public void PlainTextIsEscapedIntoParagraphs()
    {
        var cartridge = Read(new SmallCartridge().Module("М", ("1", "a")).Resource("a", "imsdt_xmlv1p3", "a.xml",
            "<topic><title>Т</title><text texttype=\"text/plain\">1 &lt; 2\nда\n\nнет</text></topic>"));
        Assert.Equal("<p>1 &lt; 2<br>да</p>\n<p>нет</p>\n", ((CartridgeTopic)cartridge.Resources[0].Content!).Page.Text);
    }

    [Fact]
    public void AManifestInWindows1251IsRead()
    {
        var manifest = new SmallCartridge { Title = "Сеть" }.Module("Глава", ("а", "a")).Resource("<resource identifier=\"a\" type=\"webcontent\" href=\"a.html\"/>").Manifest.Replace("UTF-8", "windows-1251", StringComparison.Ordinal);
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(manifest);
        Assert.Equal("Сеть", Read(ArchiveTests.Zip(("imsmanifest.xml", bytes), ("a.html", "<p>a</p>"u8.ToArray())).ToArray()).Title);
    }

    [Fact]
    public void MarkupThatIsBrokenOrNotOfItsTypeIsAProblemWithItsName()
    {
        var cartridge = Read(new SmallCartridge().Module("М", ("1", "a"), ("2", "b"), ("3", "c"))
            .Resource("a", "imsdt_xmlv1p1", "a.xml", "<topic><title>")
            .Resource("b", "imswl_xmlv1p1", "b.xml", "<topic/>")
            .Resource("c", "imswl_xmlv1p1", "c.xml", "<!DOCTYPE webLink [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><webLink><title>&e;</title></webLink>"));
        Assert.All(cartridge.Resources, r => Assert.Null(r.Content));
        Assert.Equal([("cartridge.problem.xml", "a.xml"), ("cartridge.problem.other-markup", "b.xml"), ("cartridge.problem.xml", "c.xml")], cartridge.Problems.Select(p => (p.Key, (string)p.Args[0])));
    }

    [Fact]
    public void WhatCannotBeTakenAsAWholeIsRefusedForOneReason()
    {
        byte[] With(string manifest) => ArchiveTests.Zip(("imsmanifest.xml", Encoding.UTF8.GetBytes(manifest)), ("a.html", "<p>a</p>"u8.ToArray())).ToArray();
        Assert.Equal("cartridge.problem.xml", Refusal(With("<manifest><resources>")));
        Assert.Equal("cartridge.problem.xml", Refusal(With("<!DOCTYPE m [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><manifest>&b;</manifest>")));
        Assert.Equal("cartridge.problem.not-manifest", Refusal(With("<course/>")));
        Assert.Equal("cartridge.problem.xml-too-deep", Refusal(With(string.Concat(Enumerable.Repeat("<item>", 50_000)))));
        Assert.Equal("cartridge.problem.too-many-objects", Refusal(With($"<manifest><organizations><organization>{string.Concat(Enumerable.Repeat("<item identifier=\"a\"/>", 30_000))}</organization></organizations></manifest>")));
        Assert.Equal("cartridge.problem.empty", Refusal(new SmallCartridge().Pack()));
        Assert.Equal("cartridge.problem.scorm", Refusal(new SmallCartridge("1.2.0") { Schema = "ADL SCORM" }.Resource("a", "webcontent", "a.html", "<p>a</p>").Pack()));
        Assert.Equal("cartridge.problem.scorm", Refusal(new SmallCartridge().Resource("a", "webcontent", "a.html", "<p>a</p>", "xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_rootv1p2\" adlcp:scormtype=\"sco\"").Pack()));
        Assert.Equal("cartridge.problem.later-questions", Refusal(new SmallCartridge().Resource("a", "imsqti_item_xmlv2p1", "a.xml", "<assessmentItem/>").Pack()));
        Assert.Equal("cartridge.problem.mostly-missing", Refusal(new SmallCartridge().Resource("<resource identifier=\"a\" type=\"webcontent\" href=\"a.html\"/>").Resource("<resource identifier=\"b\" type=\"webcontent\" href=\"b.html\"/>").File("left.txt", "x").Pack()));
    }

    [Fact]
    public void ATextNestedBeyondMeasureIsLeftOutAndTheRestIsRead()
    {
        var deep = string.Concat(Enumerable.Repeat("<b>", 30_000));
        var cartridge = Read(new SmallCartridge().Module("М", ("1", "a"), ("2", "b"), ("3", "c"))
            .Resource("a", "webcontent", "a.html", deep).Resource("b", "imsdt_xmlv1p1", "b.xml", SmallCartridge.Topic("т", deep)).Resource("c", "webcontent", "c.html", "<p>c</p>"));
        Assert.Equal(["lessons.problem.too-deep", "lessons.problem.too-deep"], cartridge.Problems.Select(p => p.Key));
        Assert.NotNull(cartridge.Resources[2].Content);
    }

    [Theory]
    [InlineData("allyworkshop-cc13-CC-BY-SA.imscc", "1.3.0", 4, "Page 12, File 26, Associated 5, Topic 4, Tool 1", 0)]
    [InlineData("canvas_small_1.1.imscc", "1.1.0", 3, "Page 2, File 4, Associated 1, WebLink 3, Topic 2, Tool 2, Assessment 1, QuestionBank 1", 1)]
    [InlineData("cc2olx-main.imscc", "1.3.0", 2, "Page 7, File 3, Associated 3, WebLink 7, Topic 1, Tool 3, Assessment 2, Assignment 2", 1)]
    [InlineData("ccviewer-all-question-types.imscc", "1.3.0", 0, "Associated 2, Assessment 1", 0)]
    [InlineData("ccviewer-course-1.imscc", "1.3.0", 1, "Page 4, File 7, Associated 4, WebLink 1, Topic 1, Assessment 1, Assignment 2", 4)]
    [InlineData("ccviewer-multiple-pages.imscc", "1.3.0", 0, "Page 3, Associated 1", 0)]
    [InlineData("ccviewer-single-discussion.imscc", "1.3.0", 0, "File 1, Associated 2, Topic 1", 0)]
    [InlineData("latex.imscc", "1.1.0", 1, "Page 2, Associated 1", 3)]
    public void TheRealCartridgesAreReadWhole(string name, string version, int modules, string kinds, int missing)
    {
        var cartridge = Read(File.ReadAllBytes(RealContent.Path("cartridges/" + name)));
        Assert.Equal((version, modules), (cartridge.Version, cartridge.Items.Count));
        Assert.Equal(kinds, string.Join(", ", cartridge.Resources.CountBy(r => r.Kind).OrderBy(k => k.Key).Select(k => $"{k.Key} {k.Value}")));
        Assert.Equal(missing, cartridge.Problems.Count(p => p.Key == "cartridge.problem.missing-file"));
        Assert.DoesNotContain(cartridge.Problems, p => p.IsError);
    }

    [Theory]
    [InlineData("cartridges/canvas_small_1.1.corrupt.imscc", "cartridge.problem.mostly-missing")]
    [InlineData("qti/bad-packages/BadManifest.zip", "cartridge.problem.xml")]
    [InlineData("qti/bad-packages/MissingFile.zip", "cartridge.problem.later-questions")]
    [InlineData("qti/packages/test_qti_2.1.zip", "cartridge.problem.later-questions")]
    [InlineData("qti/packages/valid-package.zip", "cartridge.problem.later-questions")]
    public void TheRealBrokenPackagesAreRefusedForOneReason(string name, string reason) =>
        Assert.Equal(reason, Refusal(File.ReadAllBytes(RealContent.Path(name))));
}
