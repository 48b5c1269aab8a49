using System.Text;
using Alys.Formats.Gift;
using FsCheck;
using FsCheck.Fluent;

namespace Alys.Tests.Formats;

public sealed class GiftProblemTests
{
    [Theory]
    [InlineData("Good.{T}\n\n::A::Open {=a ~b\n\n::B::Next{T}", 3, "gift.problem.unclosed-brace")]
    [InlineData("Open {=a ~b", 1, "gift.problem.unclosed-brace")]
    [InlineData("Text } here", 1, "gift.problem.stray-brace")]
    [InlineData("Text {T}\n } here", 2, "gift.problem.stray-brace")]
    [InlineData("Text {=a {b} ~c}", 1, "gift.problem.brace-in-answer")]
    [InlineData("void f() { x } What?{=a}", 1, "gift.problem.two-answers")]
    [InlineData("::Title without end {=a}", 1, "gift.problem.title-not-closed")]
    [InlineData("{T}", 1, "questions.problem.no-text")]
    [InlineData("One {~a}", 1, "questions.problem.too-few-choices")]
    [InlineData("None {~a ~b}", 1, "questions.problem.no-right-answer")]
    [InlineData("Empty {=a\n ~ \n ~c}", 2, "questions.problem.empty-answer")]
    [InlineData("Weight {=a\n ~%150%b}", 2, "gift.problem.weight-out-of-range")]
    [InlineData("Pair {=a -> 1\n =b ->}", 2, "gift.problem.pair-without-answer")]
    [InlineData("Pair {=a -> 1}", 1, "questions.problem.too-few-pairs")]
    [InlineData("Number {#many}", 1, "questions.problem.not-a-number")]
    [InlineData("Number {#3:-1}", 1, "questions.problem.not-a-number")]
    [InlineData("Number {#}", 1, "questions.problem.no-right-answer")]
    [InlineData("Range {#5..1}", 1, "gift.problem.empty-range")]
    [InlineData("Tag {=<a href=\"x\">a</a>\n ~b}", 1, "gift.problem.not-escaped")]
    [InlineData("$CATEGORY:", 1, "gift.problem.category-empty")]
    public void ABadQuestionIsReportedByLineAndLeftOut(string text, int line, string key)
    {
        var file = GiftReader.Read(text);
        var problem = Assert.Single(file.Problems);
        Assert.Equal((line, key, true), (problem.Line, problem.Key, problem.IsError));
        Assert.DoesNotContain(file.Questions, q => q.Line == line);
    }

    [Theory]
    [InlineData("Blank {\n=a\n\n~b}", 3, "gift.problem.blank-line-in-answers")]
    [InlineData("Sum {~%30%a ~%30%b}", 1, "questions.problem.weights-sum")]
    [InlineData("Half {=%50%a}", 1, "questions.problem.no-full-answer")]
    [InlineData("::What is it?::{=a}", 1, "questions.problem.text-from-title")]
    public void ADoubtfulQuestionIsTakenWithAWarning(string text, int line, string key)
    {
        var file = GiftReader.Read(text);
        Assert.Single(file.Questions);
        var problem = Assert.Single(file.Problems);
        Assert.Equal((line, key, false), (problem.Line, problem.Key, problem.IsError));
    }

    [Fact]
    public void QuestionsWithoutABlankLineBetweenAreTold()
    {
        var file = GiftReader.Read("A {=a}\nB {=b}\n::C:: c{T}");
        Assert.Equal(["A", "B", "c"], file.Questions.Select(q => q.Text.Text));
        Assert.Equal("gift.problem.no-blank-line", Assert.Single(file.Problems).Key);
    }

    [Fact]
    public void WhatFollowsABadQuestionIsStillRead()
    {
        var file = GiftReader.Read("::A::Open {=a ~b\n\n::B::Next{T}\n\n::C::Bad{~x}\n\n::D::Last{F}");
        Assert.Equal(["B", "D"], file.Questions.Select(q => q.Title));
        Assert.Equal([1, 5], file.Problems.Select(p => p.Line));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    public void UnicodeIsReadWithAndWithoutMark(string name, bool marked)
    {
        var encoding = Encoding.GetEncoding(name);
        var bytes = encoding.GetBytes("Әлем деген не? {=дүние}");
        var file = GiftReader.Read(marked ? [.. encoding.GetPreamble(), .. bytes] : bytes);
        Assert.Empty(file.Problems);
        Assert.Equal("Әлем деген не?", Assert.Single(file.Questions).Text.Text);
    }

    [Theory]
    [InlineData(1251, "Кто похоронен в гробнице? {=никто ~Грант}")]
    [InlineData(1252, "Où est né Grünwald ? {=à Zürich ~b}")]
    public void OldCodePagesAreGuessedAndTold(int page, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page)!;
        var file = GiftReader.Read(encoding.GetBytes(text));
        Assert.Equal("windows-" + page, file.Encoding);
        Assert.Equal("text.problem.encoding-guessed", Assert.Single(file.Problems).Key);
        Assert.Equal(text[..text.IndexOf('{', StringComparison.Ordinal)].Trim(), Assert.Single(file.Questions).Text.Text);
    }

    [Fact]
    public void ABinaryFileIsNotText()
    {
        var file = GiftReader.Read([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48]);
        Assert.Empty(file.Questions);
        Assert.Equal("text.problem.not-text", Assert.Single(file.Problems).Key);
    }

    [Fact]
    public void NoInputMakesTheReaderThrow()
    {
        var piece = Gen.Elements("{", "}", "=", "~", "#", "->", "%50%", "::", "\\", "\n", "\n\n", "//", "$CATEGORY:", "a", " ", "####", "[html]", "<pre>", "T", "1..", ":");
        Prop.ForAll(Gen.ListOf(piece).Select(p => string.Concat(p)).ToArbitrary(), text =>
        {
            var file = GiftReader.Read(text);
            return file.Problems.All(p => p.Line <= text.Split('\n').Length) && file.Questions.All(q => q.Text.Text != "");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Theory]
    [InlineData("iot-quizzes.gift", 144, 0)]
    [InlineData("examples.txt", 43, 0)]
    [InlineData("example_matching.gift", 2, 0)]
    [InlineData("example_numerical.gift", 5, 0)]
    [InlineData("questions_in_category.gift.txt", 4, 0)]
    [InlineData("questions_encoding_windows-1252.gift.txt", 3, 1)]
    [InlineData("00-HTML.txt", 19, 0)]
    [InlineData("00-Mini-Django-Essay.txt", 8, 0)]
    [InlineData("01-Request-Response.txt", 20, 0)]
    [InlineData("04-SQL.txt", 20, 0)]
    [InlineData("06-Python-Objects.txt", 20, 0)]
    [InlineData("08-BigPicture.txt", 20, 0)]
    public void RealFilesAreUnderstoodWhole(string name, int questions, int problems)
    {
        var file = GiftReader.Read(File.ReadAllBytes(RealContent.Path("questions/gift/" + name)));
        Assert.Equal(problems, file.Problems.Count);
        Assert.Equal(questions, file.Questions.Count);
    }
}
