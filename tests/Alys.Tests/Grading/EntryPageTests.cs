using System.Net;
using Alys.Access;
using Alys.Enrolment;
using Alys.Grading;

namespace Alys.Tests.Grading;

public sealed class EntryPageTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private Task<CourseRow> Databases => alys.Course("db", "ИС-26-2");

    private async Task<List<GradeEntry>> Entries(ControlEvent of, string userName)
    {
        var person = await alys.Read(db => db.Set<PersonRow>().Where(p => p.UserName == userName).Select(p => p.Id).SingleAsync());
        return await alys.Read(db => db.GradeEntries.Where(e => e.EventId == of.Id && e.PersonId == person).OrderBy(e => e.Turn).ToListAsync());
    }

    [Fact]
    public async Task ACorrectedMarkIsAddedWithItsGroundAndTheEarlierOneStays()
    {
        var course = await Databases;
        var practice = await alys.Event(course, RatingPart.Rating1);
        var page = await (await alys.English("elena")).EnterMarks(course, practice, "Answered again on 12 November", "61,5");
        Assert.Contains("The marks are entered.", page.Text, StringComparison.Ordinal);

        // The first of the Kazakh order is Алиева.
        var entries = await Entries(practice, "leila");
        Assert.Equal([1, 2], entries.Select(e => e.Turn));
        Assert.Equal((61.5m, "Answered again on 12 November", MarkSource.Manual), (entries[1].Percent, entries[1].Reason, entries[1].Source));
        var own = await (await alys.English("leila")).Get($"/s/{course.No}/grades");
        Assert.Contains("61.5 %", own.Text, StringComparison.Ordinal);
        Assert.Contains("Answered again on 12 November", own.Text, StringComparison.Ordinal);
        Assert.Contains("Earlier marks: 1", own.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("101")]
    [InlineData("-1")]
    [InlineData("7,123")]
    [InlineData("бес")]
    public async Task AMarkOutsideItsRangeIsRefusedAndNothingIsKept(string mark)
    {
        var course = await Databases;
        var laboratory = await alys.Event(course, RatingPart.Rating2);
        var before = await alys.Read(db => db.GradeEntries.CountAsync());
        var page = await (await alys.English("elena")).EnterMarks(course, laboratory, "Defence", "77", mark);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("A mark is a number from 0 to 100", page.Text, StringComparison.Ordinal);
        Assert.Equal(mark, page.Document.QuerySelectorAll("form.marks input[name^=Marks]")[1].GetAttribute("value"));
        Assert.Equal(before, await alys.Read(db => db.GradeEntries.CountAsync()));
    }

    [Fact]
    public async Task AMarkWithoutItsGroundIsRefused()
    {
        var course = await Databases;
        var page = await (await alys.English("elena")).EnterMarks(course, await alys.Event(course, RatingPart.Rating2), " ", "33");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Write the ground of the mark.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFormWithNothingChangedIsRefused()
    {
        var course = await Databases;
        var page = await (await alys.English("elena")).EnterMarks(course, await alys.Event(course, RatingPart.Rating2), "Nothing");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("No mark was changed.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("daulet")]
    [InlineData("anna")]
    [InlineData("saule")]
    public async Task TheFormDoesNotExistForWhoMayNotEnterMarksThere(string userName)
    {
        var course = await Databases;
        var practice = await alys.Event(course, RatingPart.Rating1);
        var visitor = await alys.SignIn(userName);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/s/{course.No}/grades/enter/{practice.No}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/s/{course.No}/grades/all")).Status);
    }

    [Fact]
    public async Task ALearnerSeesHerOwnMarksInFiveStatementsAndNoOtherName()
    {
        var course = await Databases;
        var page = await (await alys.SignIn("anna")).Get($"/s/{course.No}/grades");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("Громов", page.Text, StringComparison.Ordinal);
        Assert.InRange(page.Statements, 1, 5);
        Assert.Equal(HttpStatusCode.NotFound, (await (await alys.SignIn("aliya")).Get($"/s/{course.No}/grades")).Status);
    }

    [Fact]
    public async Task TheTeacherIsLedToTheTableAndReadsALearnersArithmetic()
    {
        var course = await alys.Course("intro", "ИС-26-2");
        var elena = await alys.English("elena");
        var table = await elena.Get($"/s/{course.No}/grades");
        Assert.EndsWith("/grades/all", table.Url.AbsolutePath, StringComparison.Ordinal);
        var learner = await table.Click("Орлова Анна");
        Assert.Matches(@"Admission rating: AR = \(R1 \+ R2\) / 2 = \([\d.]+ \+ [\d.]+\) / 2 = [\d.]+", learner.Text);
    }

    [Theory]
    [InlineData("kk", "Жіберу рейтингі: ЖР = (Р1 + Р2) / 2")]
    [InlineData("ru", "Рейтинг допуска: РД = (Р1 + Р2) / 2")]
    [InlineData("en", "Admission rating: AR = (R1 + R2) / 2")]
    public async Task TheLearnerReadsTheArithmeticInHerLanguage(string language, string sentence)
    {
        var course = await alys.Course("intro", "ИС-26-2");
        var anna = await alys.SignIn("anna");
        await anna.Get($"/language/{language}?to=/");
        Assert.Contains(sentence, (await anna.Get($"/s/{course.No}/grades")).Text, StringComparison.Ordinal);
    }
}
