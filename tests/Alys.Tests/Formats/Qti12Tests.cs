using Alys.Formats.Qti12;
using Alys.Formats.Questions;

namespace Alys.Tests.Formats;

public sealed class Qti12Tests
{
    internal static string Document(params string[] items) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<questestinterop><assessment ident=\"A1\" title=\"Сынақ\"><section ident=\"S1\" title=\"Бөлім\">\n{string.Join('\n', items)}\n</section></assessment></questestinterop>";

    internal static string Item(string presentation, string processing, string more = "", string meta = "", string ident = "I1") =>
        $"<item ident=\"{ident}\" title=\"Т1\">{meta}<presentation><material><mattext texttype=\"text/html\">Сұрақ?</mattext></material>{presentation}</presentation><resprocessing><outcomes><decvar varname=\"SCORE\" vartype=\"Decimal\" minvalue=\"0\" maxvalue=\"100\"/></outcomes>{processing}</resprocessing>{more}</item>";

    internal static string Choices(string cardinality, params string[] texts) =>
        $"<response_lid ident=\"R\" rcardinality=\"{cardinality}\"><render_choice>{string.Concat(texts.Select((t, i) => $"<response_label ident=\"{(char)('A' + i)}\"><material><mattext>{t}</mattext></material></response_label>"))}</render_choice></response_lid>";

    internal static string When(string condition, string points = "", string feedback = "", string go = "") =>
        $"<respcondition{(go == "" ? "" : $" continue=\"{go}\"")}><conditionvar>{condition}</conditionvar>{points}{(feedback == "" ? "" : $"<displayfeedback feedbacktype=\"Response\" linkrefid=\"{feedback}\"/>")}</respcondition>";

    internal static string Is(string value, string ident = "R") => $"<varequal respident=\"{ident}\">{value}</varequal>";

    internal static string Points(string action, string value) => $"<setvar action=\"{action}\" varname=\"SCORE\">{value}</setvar>";

    internal static string Says(string ident, string text) => $"<itemfeedback ident=\"{ident}\"><flow_mat><material><mattext>{text}</mattext></material></flow_mat></itemfeedback>";

    internal static string Typed(string ident = "R") => $"<response_str ident=\"{ident}\"><render_fib/></response_str>";

    internal static string Meta(string label, string entry) =>
        $"<itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>{label}</fieldlabel><fieldentry>{entry}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>";

    private static Question One(string item)
    {
        var file = Qti12Reader.Read(Document(item));
        Assert.Empty(file.Problems);
        return Assert.Single(file.Questions);
    }

    [Fact]
    public void ASingleChoiceWeighsWhatItsProcessingGives()
    {
        var q = One(Item(Choices("Single", "бір", "екі", "үш", "төрт"),
            When("<other/>", feedback: "g", go: "Yes") + When(Is("B"), Points("Set", "100"), "r") + When(Is("C"), Points("Set", "50"), "c") + When(Is("D"), Points("Set", "-25"), "w") + When("<other/>", Points("Set", "0"), "w"),
            Says("g", "жалпы") + Says("r", "дұрыс") + Says("w", "қате") + Says("c", "жарты")));
        Assert.Equal(QuestionKind.SingleChoice, q.Kind);
        Assert.Equal([("бір", 0m), ("екі", 100m), ("үш", 50m), ("төрт", -25m)], q.Answers.Select(a => (a.Text.Text, a.Weight)));
        Assert.Equal(("жалпы", "дұрыс", "қате", "жарты"), (q.GeneralFeedback!.Text, q.RightFeedback!.Text, q.WrongFeedback!.Text, q.Answers[2].Feedback!.Text));
        Assert.Equal(("Сынақ/I1", "Т1"), (q.Id, q.Title));
        Assert.Equal(["Сынақ", "Бөлім"], q.Category);
        Assert.Equal(new QuestionText("Сұрақ?", MarkupFormat.Html), q.Text);
    }

    [Theory]
    [InlineData("True", "False", "A", true)]
    [InlineData("Неверно", "Верно", "A", false)]
    [InlineData("Дұрыс", "Бұрыс", "B", false)]
    public void TwoChoicesOfTrueAndFalseAreTrueOrFalse(string first, string second, string right, bool truth)
    {
        var q = One(Item(Choices("Single", first, second), When(Is(right), Points("Set", "100"))));
        Assert.Equal((QuestionKind.TrueFalse, truth), (q.Kind, q.Truth!.Value));
    }

    [Fact]
    public void PointsThatAddUpAreWeights()
    {
        var q = One(Item(Choices("Multiple", "a", "b", "c"), When(Is("A"), Points("Add", "60"), "a") + When(Is("B"), Points("Add", "40")) + When(Is("C"), Points("Subtract", "100")), Says("a", "иә")));
        Assert.Equal((QuestionKind.MultipleChoice, false), (q.Kind, q.AllOrNothing));
        Assert.Equal([60m, 40m, -100m], q.Answers.Select(a => a.Weight));
    }

    [Fact]
    public void PointsForTheWholeSetAloneAreAllOrNothing()
    {
        var q = One(Item(Choices("Multiple", "a", "b", "c"), When($"<and>{Is("A")}<not>{Is("B")}</not>{Is("C")}</and>", Points("Set", "100"), "r") + When("<other/>", Points("Set", "0"), "w"), Says("r", "иә") + Says("w", "жоқ")));
        Assert.Equal((QuestionKind.MultipleChoice, true), (q.Kind, q.AllOrNothing));
        Assert.Equal([50m, 0m, 50m], q.Answers.Select(a => a.Weight));
        Assert.Equal(("иә", "жоқ"), (q.RightFeedback!.Text, q.WrongFeedback!.Text));
    }

    [Fact]
    public void WordsAreTakenWithTheirCaseAndParts()
    {
        var q = One(Item(Typed(), When("<varequal respident=\"R\" case=\"Yes\">C*</varequal>", Points("Set", "100")) + When("<varsubstring respident=\"R\" case=\"Yes\">SQL</varsubstring>", Points("Set", "50"))));
        Assert.Equal((QuestionKind.ShortAnswer, true), (q.Kind, q.CaseSensitive));
        Assert.Equal([(@"C\*", 100m), ("*SQL*", 50m)], q.Answers.Select(a => (a.Text.Text, a.Weight)));
        Assert.Equal([100m, 100m], One(Item(Typed(), When(Is("бір") + Is("1"), Points("Set", "100")))).Answers.Select(a => a.Weight));
    }

    [Fact]
    public void ABlankWithinTheSentenceIsMarked()
    {
        var fib = "<response_str ident=\"R\"><render_fib><material><mattext>Астана тұр</mattext></material><response_label ident=\"L\"/><material><mattext>өзенінде.</mattext></material></render_fib></response_str>";
        Assert.EndsWith("Астана тұр _____ өзенінде.", One(Item(fib, When(Is("Есіл"), Points("Set", "1")) ).Replace("maxvalue=\"100\"", "", StringComparison.Ordinal)).Text.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<varequal respident=\"R\">5</varequal>", 5, 5)]
    [InlineData("<varequal respident=\"R\">6.02e23</varequal>", 6.02e23, 6.02e23)]
    [InlineData("<varequal respident=\"R\">6.626e-34</varequal>", 6.626e-34, 6.626e-34)]
    [InlineData("<vargte respident=\"R\">1</vargte><varlte respident=\"R\">3</varlte>", 1, 3)]
    [InlineData("<or><varequal respident=\"R\">33.33</varequal><and><vargte respident=\"R\">33.32</vargte><varlte respident=\"R\">33.34</varlte></and></or>", 33.32, 33.34)]
    public void NumbersAreIntervals(string condition, double low, double high)
    {
        var q = One(Item("<response_num ident=\"R\"><render_fib fibtype=\"Decimal\"/></response_num>", When(condition, Points("Set", "100"))));
        var number = Assert.Single(q.Numbers);
        Assert.Equal((QuestionKind.Numeric, low, high, 100m), (q.Kind, number.Low, number.High, number.Weight));
        Assert.Equal((low + high) / 2, number.Value, 9);
    }

    [Fact]
    public async Task ConditionsThatDoubleEachOtherTakeNoTime()
    {
        var doubling = string.Concat(Enumerable.Repeat("<or><vargte respident=\"R\">1</vargte><vargte respident=\"R\">2</vargte></or>", 40));
        var item = Item("<response_num ident=\"R\"><render_fib fibtype=\"Decimal\"/></response_num>", When($"<and>{doubling}<varlte respident=\"R\">3</varlte></and>", Points("Set", "100")));
        var read = Task.Run(() => One(item), TestContext.Current.CancellationToken);
        Assert.Same(read, await Task.WhenAny(read, Task.Delay(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)));
        Assert.Equal((1, 3), (Assert.Single((await read).Numbers).Low, (await read).Numbers[0].High));
    }

    [Fact]
    public void SeveralResponsesWithOneSetOfOptionsAreMatching()
    {
        static string Premise(string ident, string text) => $"<response_lid ident=\"{ident}\"><material><mattext>{text}</mattext></material><render_choice>"
            + string.Concat(new[] { "1", "2", "3" }.Select(o => $"<response_label ident=\"o{o}\"><material><mattext>{o}</mattext></material></response_label>")) + "</render_choice></response_lid>";
        var q = One(Item(Premise("P", "бір") + Premise("Q", "екі"), When(Is("o1", "P"), Points("Add", "50")) + When(Is("o2", "Q"), Points("Add", "50"))));
        Assert.Equal([("бір", "1"), ("екі", "2"), (null, "3")], q.Pairs.Select(p => (p.Prompt?.Text, p.Answer)));
    }

    [Theory]
    [InlineData("<and>{0}{1}{2}</and>", OrderScoring.Whole)]
    [InlineData("", OrderScoring.Position)]
    public void AnOrderedResponseIsAnOrdering(string all, OrderScoring scoring)
    {
        static string At(string value, int index) => $"<varequal respident=\"R\" index=\"{index}\">{value}</varequal>";
        var processing = all != "" ? When(string.Format(all, At("C", 1), At("A", 2), At("B", 3)), Points("Set", "100"))
            : When(At("B", 3), Points("Add", "1")) + When(At("C", 1), Points("Add", "1")) + When(At("A", 2), Points("Add", "1"));
        var q = One(Item(Choices("Ordered", "a", "b", "c"), processing));
        Assert.Equal((QuestionKind.Ordering, scoring), (q.Kind, q.OrderScoring));
        Assert.Equal(["c", "a", "b"], q.Elements.Select(e => e.Text));
    }

    [Fact]
    public void AnOrderThatTheFileDoesNotTellIsNotGuessed() =>
        Assert.Equal("qti.problem.scoring", Assert.Single(Qti12Reader.Read(Document(Item(Choices("Ordered", "a", "b"), When(Is("A"), Points("Set", "1"))))).Problems).Key);

    [Theory]
    [InlineData("multiple_dropdowns_question", QuestionKind.SingleChoice)]
    [InlineData("fill_in_multiple_blanks_question", QuestionKind.ShortAnswer)]
    public void NamedBlanksOfATextAreItsGaps(string type, QuestionKind kind)
    {
        static string Blank(string name, params string[] words) => $"<response_lid ident=\"response_{name}\"><material><mattext>{name}</mattext></material><render_choice>"
            + string.Concat(words.Select(w => $"<response_label ident=\"{name}-{w}\"><material><mattext>{w}</mattext></material></response_label>")) + "</render_choice></response_lid>";
        var item = Item("<material><mattext>Раушан [түс], аспан [2] [3].</mattext></material>" + Blank("түс", "қызыл", "қара") + Blank("2", "көк", "сұр"),
            When(Is("түс-қызыл", "response_түс"), Points("Add", "75")) + When(Is("2-көк", "response_2"), Points("Add", "25")), meta: Meta("question_type", type));
        var q = One(item);
        Assert.EndsWith("Раушан [[1]], аспан [[2]] [3].", q.Text.Text);
        Assert.Equal([(kind, 75m, "қызыл 100, қара 0"), (kind, 25m, "көк 100, сұр 0")], q.Gaps.Select(g => (g.Question.Kind, g.Points, string.Join(", ", g.Question.Answers.Select(a => $"{a.Text.Text} {a.Weight}")))));
        var missing = Qti12Reader.Read(Document(item.Replace("[түс]", "[tus]", StringComparison.Ordinal)));
        Assert.Equal("qti.problem.no-blank", Assert.Single(missing.Problems).Key);
    }

    [Fact]
    public void AnEssayTakesItsSolutionForTheMarkerAndTextAloneIsADescription()
    {
        var solution = "<itemfeedback ident=\"s\"><solution><solutionmaterial><flow_mat><material><mattext>кілт</mattext></material></flow_mat></solutionmaterial></solution></itemfeedback>";
        var q = One(Item(Typed(), When("<other/>", feedback: "g"), Says("g", "рахмет") + solution, Meta("cc_profile", "cc.essay.v0p1")));
        Assert.Equal((QuestionKind.Essay, "кілт", "рахмет"), (q.Kind, q.MarkingNotes!.Text, q.GeneralFeedback!.Text));
        Assert.Equal(QuestionKind.Essay, One(Item(Typed(), "")).Kind);
        Assert.Equal(QuestionKind.Description, One(Item("", "")).Kind);
    }

    [Theory]
    [InlineData("<response_xy ident=\"R\"/>", "", "response_xy")]
    [InlineData("<response_grp ident=\"R\"/>", "", "response_grp")]
    [InlineData("<response_str ident=\"R\"><render_fib/></response_str><response_str ident=\"S\"><render_fib/></response_str>", "", "response_str × 2")]
    [InlineData("<response_str ident=\"R\"><render_fib><response_label ident=\"a\"/><response_label ident=\"b\"/></render_fib></response_str>", "", "render_fib × 2")]
    [InlineData("", "file_upload_question", "file_upload_question")]
    [InlineData("<response_str ident=\"R\"><render_fib fibtype=\"Decimal\"/></response_str>", "calculated_question", "calculated_question")]
    public void AKindThatTheBankCannotHoldIsNamed(string presentation, string type, string name)
    {
        var file = Qti12Reader.Read(Document(Item(presentation, "", meta: type == "" ? "" : Meta("question_type", type))));
        var problem = Assert.Single(file.Problems);
        Assert.Equal((3, "questions.problem.kind", "Т1"), (problem.Line, problem.Key, problem.Title));
        Assert.Equal([name], problem.Args);
        Assert.Empty(file.Questions);
    }

    public static TheoryData<string, string, string> Scorings => new()
    {
        { Choices("Single", "a", "b"), "", "questions.problem.no-right-answer" },
        { Choices("Single", "a", "b"), When(Is("A"), Points("Set", "0")), "questions.problem.no-right-answer" },
        { Choices("Single", "a", "b"), When("<durlte>5</durlte>", Points("Set", "1")), "qti.problem.scoring" },
        { Choices("Single", "a", "b"), When(Is("A"), Points("Set", "много")), "qti.problem.scoring" },
        { Choices("Single", "a"), When(Is("A"), Points("Set", "1")), "questions.problem.too-few-choices" },
        { Choices("Single", "a", ""), When(Is("A"), Points("Set", "1")), "questions.problem.empty-answer" },
        { Choices("Multiple", "a", "b", "c"), When($"<or>{Is("A")}{Is("B")}</or>", Points("Set", "100")), "qti.problem.scoring" },
        { Typed(), When($"<not>{Is("a")}</not>", Points("Set", "100")), "qti.problem.scoring" },
        { Typed(), When("<and><varsubstring respident=\"R\">a</varsubstring><varsubstring respident=\"R\">b</varsubstring></and>", Points("Set", "1")), "qti.problem.scoring" },
        { "<response_num ident=\"R\"><render_fib/></response_num>", When("<vargte respident=\"R\">1</vargte>", Points("Set", "1")), "qti.problem.scoring" },
        { "<response_num ident=\"R\"><render_fib/></response_num>", "", "questions.problem.no-right-answer" },
    };

    [Theory, MemberData(nameof(Scorings))]
    public void AScoringThatCannotBeKeptIsNotGuessed(string presentation, string processing, string key)
    {
        var file = Qti12Reader.Read(Document(Item(presentation, processing)));
        Assert.Equal((key, true), (Assert.Single(file.Problems).Key, file.Problems[0].IsError));
        Assert.Empty(file.Questions);
    }

    [Fact]
    public void DoubtsAreNamedAndTheItemIsTaken()
    {
        string[] Warnings(string item) => [.. Assert.Single(Qti12Reader.Read(Document(item)).Questions).Warnings.Select(w => w.Key)];
        Assert.Equal(["qti.problem.points"], Warnings(Item(Choices("Single", "a", "b"), When(Is("A"), Points("Set", "10")))));
        Assert.Equal(["qti.problem.case"], Warnings(Item(Typed(), When("<varequal respident=\"R\" case=\"Yes\">a</varequal>", Points("Set", "100")) + When(Is("b"), Points("Set", "100")))));
        Assert.Equal(["qti.problem.substring"], Warnings(Item(Typed(), When("<varsubstring respident=\"R\">z[uü]</varsubstring>", Points("Set", "100")))));
        Assert.Equal(["questions.problem.not-kept"], Warnings(Item(Choices("Single", "a", "b"), When(Is("A"), Points("Set", "100")), "<itemfeedback ident=\"h\"><hint><hintmaterial><material><mattext>x</mattext></material></hintmaterial></hint></itemfeedback>")));
    }

    [Fact]
    public void NamespacesBanksAndPicturesAreTaken()
    {
        var text = Document(Item(Choices("Single", "a", "b") + "<material><matimage imagtype=\"image/png\" uri=\"img/сурет 1.png\"/></material>", When(Is("A"), Points("Set", "100"))))
            .Replace("<questestinterop>", "<q:questestinterop xmlns:q=\"http://www.imsglobal.org/xsd/ims_qtiasiv1p2\" xmlns=\"http://www.imsglobal.org/xsd/ims_qtiasiv1p2\">", StringComparison.Ordinal).Replace("</questestinterop>", "</q:questestinterop>", StringComparison.Ordinal);
        var file = Qti12Reader.Read(text);
        Assert.Empty(file.Problems);
        Assert.Equal(["сурет 1.png"], Assert.Single(file.Questions).Files);
    }
}
