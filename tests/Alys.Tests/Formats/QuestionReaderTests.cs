using System.Text;
using Alys.Formats;
using Alys.Formats.Archives;
using Alys.Formats.Questions;
using FsCheck;
using FsCheck.Fluent;

namespace Alys.Tests.Formats;

public sealed class QuestionReaderTests
{
    private const string Aiken = "Сұрақ?\nA) бір\nB) екі\nANSWER: A\n";
    private static readonly string Moodle = MoodleXmlTests.Quiz(MoodleXmlTests.Of("description", ""));
    private static readonly string Qti = Qti12Tests.Document(Qti12Tests.Item("", ""));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static QuestionFile Read(string text) => QuestionReader.Read(Utf8(text));

    private static QuestionFile Package(params (string Path, string Text)[] files)
    {
        using var zip = ArchiveTests.Zip([.. files.Select(f => (f.Path, Utf8(f.Text)))]);
        return QuestionReader.Read(zip.ToArray());
    }

    private static string Manifest(params (string Type, string Path)[] resources) =>
        $"<manifest xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\"><resources>{string.Concat(resources.Select((r, i) => $"<resource identifier=\"R{i}\" type=\"{r.Type}\" href=\"{r.Path}\"><file href=\"{r.Path}\"/></resource>"))}</resources></manifest>";

    private static string Refusal(QuestionFile file)
    {
        Assert.Empty(file.Questions);
        return file.Refusal!.Key;
    }

    [Fact]
    public void TheFormatIsFoundByTheContent()
    {
        Assert.Equal(QuestionFormat.Gift, Read("ANSWER: бұл не? {=A) бір ~B) екі}").Format);
        Assert.Equal(QuestionFormat.Gift, Read("<b>Не?</b> {=бір ~екі}").Format);
        Assert.Equal(QuestionFormat.Aiken, Read(Aiken).Format);
        Assert.Equal(QuestionFormat.MoodleXml, Read("\uFEFF" + Moodle).Format);
        Assert.Equal(QuestionFormat.MoodleXml, QuestionReader.Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Moodle.Replace("UTF-8", "UTF-16", StringComparison.Ordinal))]).Format);
        Assert.Equal(QuestionFormat.MoodleXml, Read("<!-- note -->\n<quiz><question type=\"description\"><name><text>a</text></name><questiontext><text>b</text></questiontext></question></quiz>").Format);
        Assert.Equal(QuestionFormat.Qti12, Read(Qti).Format);
        Assert.Equal(QuestionFormat.Qti12, Package(("imsmanifest.xml", Manifest(("imsqti_xmlv1p2", "a.xml"))), ("a.xml", Qti)).Format);
    }

    [Fact]
    public void TheNamedDtdOfQtiIsLeftAlone()
    {
        var file = Read(Qti.Replace("<questestinterop>", "<!DOCTYPE questestinterop SYSTEM \"http://127.0.0.1:1/ims_qtiasiv1p2.dtd\">\n<questestinterop>", StringComparison.Ordinal));
        Assert.Empty(file.Problems);
        Assert.Single(file.Questions);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE quiz [<!ENTITY a \"aaa\"><!ENTITY b \"&a;&a;&a;\">]><quiz><question>&b;</question></quiz>", "xml.problem.dtd")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE quiz [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><quiz>&x;</quiz>", "xml.problem.dtd")]
    [InlineData("<?xml version=\"1.0\"?>\n<quiz>\n<question></quiz>", "xml.problem.not-well-formed")]
    [InlineData("<quiz>&nbsp;</quiz>", "xml.problem.not-well-formed")]
    [InlineData("<?xml version=\"1.0\"?><feed/>", "xml.problem.unknown-root")]
    [InlineData("<!DOCTYPE html><html><body>A) a</body></html>", "xml.problem.unknown-root")]
    [InlineData("<quiz/>", "questions.problem.none")]
    [InlineData("// comment\n", "questions.problem.none")]
    [InlineData("<assessmentItem xmlns=\"http://www.imsglobal.org/xsd/imsqti_v2p1\"/>", "qti.problem.version")]
    [InlineData("<qti-assessment-item xmlns=\"http://www.imsglobal.org/xsd/imsqtiasi_v3p0\"/>", "qti.problem.version")]
    public void AFileThatCannotBeTakenIsRefusedInOneSentence(string text, string key) => Assert.Equal(key, Refusal(Read(text)));

    [Fact]
    public void DeepNestingIsRefused() =>
        Assert.Equal("xml.problem.too-deep", Refusal(Read($"<quiz>{string.Concat(Enumerable.Repeat("<a>", 100_000))}{string.Concat(Enumerable.Repeat("</a>", 100_000))}</quiz>")));

    [Fact]
    public void APackageGivesTheQuestionsOfAllItsDocuments()
    {
        var file = Package(("x/imsmanifest.xml", Manifest(("imsqti_xmlv1p2/imscc_xmlv1p1/assessment", "a/1.xml"), ("imsqti_xmlv1p2/imscc_xmlv1p1/question-bank", "a%202.xml"), ("imsdt_xmlv1p1", "t.xml"), ("webcontent", "p.html"))),
            ("x/a/1.xml", Qti), ("x/a 2.xml", Qti12Tests.Document(Qti12Tests.Item("<response_xy/>", ""), Qti12Tests.Item("", "", ident: "I2"))), ("x/t.xml", "<topic/>"), ("x/p.html", "p"));
        Assert.Equal([("x/a/1.xml", "Сынақ/I1"), ("x/a 2.xml", "Сынақ/I2")], file.Questions.Select(q => (q.File!, q.Id!)));
        Assert.Equal([("qti.problem.other-resources", null), ("questions.problem.kind", "x/a 2.xml")], file.Problems.Select(p => (p.Key, p.File)));
        Assert.Equal([1], file.Problems[0].Args);
    }

    [Fact]
    public void ADocumentWhoseResourceHasAnotherTypeIsFound() =>
        Assert.Single(Package(("imsmanifest.xml", Manifest(("assessment/x-bb-qti-pool", "res1.dat"))), ("res1.dat", Qti)).Questions);

    [Fact]
    public void ABrokenPackageIsRefusedInOneSentence()
    {
        Assert.Equal("qti.problem.no-manifest", Refusal(Package(("a.xml", Qti))));
        Assert.Equal("qti.problem.bad-manifest", Refusal(Package(("imsmanifest.xml", "<manifest>"))));
        Assert.Equal("qti.problem.missing-file", Refusal(Package(("imsmanifest.xml", Manifest(("imsqti_xmlv1p2", "a.xml"))))));
        Assert.Equal("qti.problem.no-documents", Refusal(Package(("imsmanifest.xml", Manifest(("webcontent", "p.html"))), ("p.html", "p"))));
        Assert.Equal("qti.problem.version", Refusal(Package(("imsmanifest.xml", Manifest(("imsqti_item_xmlv2p2", "i.xml"))), ("i.xml", "<assessmentItem/>"))));
        Assert.Equal("xml.problem.not-well-formed", Refusal(Package(("imsmanifest.xml", Manifest(("imsqti_xmlv1p2", "a.xml"), ("imsqti_xmlv1p2", "b.xml"))), ("a.xml", Qti), ("b.xml", "<questestinterop>"))));
        Assert.Equal("archive.problem.path", Refusal(Package(("imsmanifest.xml", Manifest(("imsqti_xmlv1p2", "../a.xml"))), ("../a.xml", Qti))));
        Assert.Equal("archive.problem.truncated", Refusal(QuestionReader.Read([.. "PK\u0003\u0004xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"u8])));
        using var zip = ArchiveTests.Zip(("imsmanifest.xml", Utf8("<manifest/>")));
        Assert.Equal("archive.problem.file-too-large", Refusal(QuestionReader.Read(zip.ToArray(), new ArchiveLimits { MaxFileBytes = 4 })));
    }

    [Fact]
    public void NoXmlMakesTheReadersThrow()
    {
        var numbers = Gen.Elements("1", "100", "-50", "33.33333", "1e9", "1e-28", "x", "", "9999999999999999999");
        var texts = Gen.Elements("", "a", "*", "<b>x</b>", "5", "true", "A", "R");
        var names = Gen.Elements("single", "answer", "subquestion", "tolerance", "fraction", "feedback", "response_lid", "response_str", "response_num", "render_choice", "render_fib", "response_label", "material", "mattext",
            "respcondition", "conditionvar", "varequal", "vargte", "varlte", "not", "and", "or", "other", "setvar", "displayfeedback", "itemfeedback", "hint", "resprocessing", "presentation", "item", "question", "text");
        var kinds = Gen.Elements("multichoice", "truefalse", "shortanswer", "numerical", "matching", "essay", "category", "cloze");
        var actions = Gen.Elements("Set", "Add", "Multiply", "Divide");
        var element = from name in names from text in texts from number in numbers from kind in kinds from action in actions
                      select $"<{name} type=\"{kind}\" fraction=\"{number}\" ident=\"{text.Replace("<b>", "", StringComparison.Ordinal).Replace("</b>", "", StringComparison.Ordinal)}\" respident=\"R\" action=\"{action}\" rcardinality=\"Multiple\">{text}{number}|</{name}>";
        var nested = from outer in Gen.ListOf(element) from inner in Gen.ListOf(element)
                     select string.Concat(outer.Select((o, i) => o.Replace("|", i % 2 == 0 ? string.Concat(inner) : "", StringComparison.Ordinal))).Replace("|", "", StringComparison.Ordinal);
        Prop.ForAll(nested.ToArbitrary(), text =>
        {
            var moodle = Read($"<quiz>{text}<question type=\"multichoice\"><name><text>n</text></name><questiontext><text>q</text></questiontext>{text}</question></quiz>");
            var qti = Read($"<questestinterop><item><presentation>{text}</presentation><resprocessing>{text}</resprocessing>{text}</item></questestinterop>");
            return moodle.Questions.Concat(qti.Questions).All(q => q.Text.Text != "" && q.Answers.All(a => a.Weight is >= -100 and <= 100)) && moodle.Problems.Concat(qti.Problems).All(p => p.Line >= 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Theory]
    [InlineData("questions/aiken/questions.aiken.txt", QuestionFormat.Aiken, 2, 0, 0)]
    [InlineData("questions/aiken/aiken_errors.txt", QuestionFormat.Aiken, 3, 4, 0)]
    [InlineData("questions/moodle-xml/error_invalid_grades.xml", QuestionFormat.MoodleXml, 0, 1, 0)]
    [InlineData("questions/moodle-xml/html_chars_in_idnumbers.xml", QuestionFormat.MoodleXml, 1, 0, 1)]
    [InlineData("questions/moodle-xml/multianswer.xml", QuestionFormat.MoodleXml, 1, 0, 0)]
    [InlineData("questions/moodle-xml/multichoice.xml", QuestionFormat.MoodleXml, 1, 0, 0)]
    [InlineData("questions/moodle-xml/nested_categories_with_questions.xml", QuestionFormat.MoodleXml, 5, 0, 1)]
    [InlineData("questions/moodle-xml/truefalse.xml", QuestionFormat.MoodleXml, 2, 0, 0)]
    [InlineData("qti/packages/test_qti_1.2.zip", QuestionFormat.Qti12, 3, 0, 1)]
    [InlineData("cartridges/canvas_small_1.1.imscc", QuestionFormat.Qti12, 22, 0, 15)]
    [InlineData("cartridges/cc2olx-main.imscc", QuestionFormat.Qti12, 7, 0, 2)]
    public void RealFilesAreReadWithTruthfulTotals(string name, QuestionFormat format, int questions, int errors, int warnings)
    {
        var file = QuestionReader.Read(File.ReadAllBytes(RealContent.Path(name)));
        Assert.Null(file.Refusal);
        Assert.Equal((format, questions, errors, warnings), (file.Format!.Value, file.Questions.Count, file.Problems.Count(p => p.IsError), file.Problems.Count(p => !p.IsError)));
    }

    [Theory]
    [InlineData("qti/bad-packages/BadManifest.zip", "0: qti.problem.bad-manifest")]
    [InlineData("qti/bad-packages/MissingFile.zip", "0: qti.problem.version (2.1)")]
    [InlineData("qti/bad-packages/ZipSlip.zip", "0: archive.problem.path (../etc/)")]
    [InlineData("qti/packages/no-response-processing.zip", "0: qti.problem.version (3.0)")]
    [InlineData("qti/packages/valid-package.zip", "0: qti.problem.version (3.0)")]
    [InlineData("qti/packages/test_qti_2.1.zip", "0: qti.problem.version (2.1)")]
    public void RealFilesThatCannotBeTakenAreRefusedInOneSentence(string name, string problem)
    {
        var file = QuestionReader.Read(File.ReadAllBytes(RealContent.Path(name)));
        Assert.Empty(file.Questions);
        Assert.Equal(problem, Assert.Single(file.Problems).ToString());
    }

    [Fact]
    public void EveryRealFileIsReadOrRefused()
    {
        foreach (var path in new[] { "questions", "qti" }.SelectMany(f => Directory.EnumerateFiles(RealContent.Path(f), "*", SearchOption.AllDirectories)).Where(f => !f.EndsWith(".json", StringComparison.Ordinal)))
        {
            var file = QuestionReader.Read(File.ReadAllBytes(path));
            Assert.True(file.Questions.Count > 0 || file.Problems.Any(p => p.IsError), path);
            if (Path.GetFileName(path) == "item.xml") Assert.Equal("qti.problem.version", Assert.Single(file.Problems).Key);
        }
    }
}
