using System.Text;
using Alys.Curriculum;

namespace Alys.Tests.Curriculum;

public sealed class SyllabusTableTests
{
    internal const string Header = "Record;Code;Number;Week;Module;Kind;Credits;TitleKk;TitleRu;TitleEn;Lecture;Practical;Laboratory;Guided;Independent;Day;From;To\n";
    internal const string Good = Header
        + "syllabus;phys;;;;working;1;Физика;Физика;Physics;2;2;0;4;22;;;\n"
        + "module;;1;;;;;Механика;;;;;;;;;;\n"
        + "topic;;1;1;1;;;Қозғалыс;;;2;0;0;2;11;;;\n"
        + "topic;;2;3;1;;;Күш;;;0;2;0;2;11;;;\n"
        + "literature;;1;;;main;;Савельев;;;;;;;;;;\n"
        + "consultation;;1;;;forum;;Форум;;;;;;;;2;18:00;19:00\n";

    private static (SyllabusDraft? Draft, string[] Problems) Read(string text)
    {
        var (draft, problems) = SyllabusTable.Read(Encoding.UTF8.GetBytes(text));
        return (draft, [.. problems.Select(p => $"{p.Line} {p.Key}")]);
    }

    [Fact]
    public void AGoodTableGivesAllParts()
    {
        var (draft, problems) = Read(Good);
        Assert.Empty(problems);
        Assert.NotNull(draft);
        Assert.Equal((SyllabusKind.Working, "phys", 1, 30), (draft.Kind, draft.SubjectCode, draft.Credits, draft.Hours.Total));
        Assert.Equal((2, 1, 1), (draft.Topics.Count, draft.Modules.Count, draft.Literature.Count));
        Assert.Equal((2, new TimeOnly(18, 0)), (draft.Consultations[0].Day, draft.Consultations[0].From));
    }

    [Fact]
    public void ColumnsMayBeNamedInKazakhAndRecordsInRussian()
    {
        var (draft, problems) = Read("Жазба,Түрі,Нөмірі,Атауы қаз,Дәріс,СӨЖ\nсиллабус,типовая,,Физика,2,4\nтема,,1,Күш,2,4\nлитература,основная,1,Савельев,,\n");
        Assert.Empty(problems);
        Assert.Equal(SyllabusKind.Typical, draft!.Kind);
    }

    [Theory]
    [InlineData("topic;;2;3;1;;;Күш;;;0;2;0;2;11;;;", "topic;;2;3;1;;;Күш;;;0;2;0;2;12;;;", "0 curriculum.import.sum")]
    [InlineData("topic;;2;3;1;;;Күш;;;0;2;0;2;11;;;", "topic;;2;3;7;;;Күш;;;0;2;0;2;11;;;", "0 curriculum.import.no-module")]
    [InlineData("topic;;2;3;1;;;Күш;;;0;2;0;2;11;;;", "topic;;2;;1;;;Күш;;;0;2;0;2;11;;;", "0 curriculum.import.no-week")]
    [InlineData("topic;;2;3;1;;;Күш;", "topic;;1;3;1;;;Күш;", "5 curriculum.import.number-twice")]
    [InlineData("topic;;2;3;1;;;Күш;", "topic;;2;3;1;;;;", "5 curriculum.import.no-title")]
    [InlineData("topic;;2;3;1", "topic;;2;three;1", "5 curriculum.import.not-a-number")]
    [InlineData("literature;;1;;;main", "literature;;1;;;best", "6 curriculum.import.literature-kind")]
    [InlineData("consultation;;1;;;forum", "consultation;;1;;;walk", "7 curriculum.import.consultation-kind")]
    [InlineData("2;18:00;19:00", "8;18:00;19:00", "7 curriculum.import.day")]
    [InlineData("2;18:00;19:00", "2;19:00;18:00", "7 curriculum.import.clock")]
    [InlineData("syllabus;phys;;;;working", "syllabus;phys;;;;other", "2 curriculum.import.kind")]
    [InlineData("module;;1", "unit;;1", "3 curriculum.import.record")]
    [InlineData("module;;1;;;;;Механика;;;;;;;;;;\n", "syllabus;phys;;;;working;1;Физика;;;2;2;0;4;22;;;\n", "3 curriculum.import.two-heads")]
    public void AFaultIsToldByItsLine(string from, string to, string expected)
    {
        Assert.Contains(from, Good, StringComparison.Ordinal);
        var (draft, problems) = Read(Good.Replace(from, to, StringComparison.Ordinal));
        Assert.Null(draft);
        Assert.Contains(expected, problems);
    }

    [Fact]
    public void ATableWithoutHeadOrTopicsIsNoSyllabus()
    {
        Assert.Contains("0 curriculum.import.no-head", Read(Header + "module;;1;;;;;М;;;;;;;;;;\n").Problems);
        Assert.Contains("0 curriculum.import.no-topics", Read(Header + "syllabus;p;;;;typical;1;П;;;1;0;0;0;0;;;\n").Problems);
        Assert.Equal(["0 csv.problem.empty"], Read("").Problems);
    }

    [Fact]
    public void WhatIsWorthALookIsAWarning()
    {
        var (draft, problems) = Read(Header + "syllabus;p;;;;working;1;П;;;1;0;0;0;0;;;\ntopic;;1;1;;;;Т;;;1;0;0;0;0;;;\n");
        Assert.NotNull(draft);
        Assert.Equal(["0 curriculum.import.no-literature", "0 curriculum.import.no-consultations"], problems);
    }
}
