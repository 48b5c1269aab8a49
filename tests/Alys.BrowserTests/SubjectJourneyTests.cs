namespace Alys.BrowserTests;

/// <summary>
/// One subject at a distance from end to end, on the real materials of 24 lessons and 144 questions, in a real browser over https. After the believable
/// institution has been loaded, everything happens through pages: nothing here writes into the database.
/// </summary>
public sealed class SubjectJourneyTests(SecureHost alys) : IClassFixture<SecureHost>
{
    [Fact]
    public async Task ASubjectIsPreparedStudiedExaminedAndItsSheetVerified()
    {
        await using var journey = await SubjectJourney.Begin(alys);

        await journey.TheOrganiserAddsTheSubjectAndItsSyllabiFromTables();
        await journey.TheHeadApproves("typical");
        await journey.TheOrganiserAddsTheWorkingSyllabus();
        await journey.TheHeadApproves("working");

        await journey.TheOrganiserImportsTheLessonsAfterATrial();
        await journey.TheOrganiserImportsTheQuestionsAfterATrial();
        await journey.TheOrganiserMakesATestOfTwentyItems();
        await journey.TheOrganiserOpensAGroupACourseAndGivesTheDuties();
        await journey.AnIncompletePackCannotBeOpened();
        await journey.TheOrganiserCompletesThePack();
        await journey.TheOrganiserOpensTheSubjectToTheGroup();
        await journey.TheOrganiserGivesTheTestAndPlansTheControl();

        await journey.TheLearnerStudiesTwoUnitsOnAPoorLine();
        await journey.TheLearnerAsksAndTheTutorAnswers();
        await journey.TheLearnerSitsTheTestWithTheLineCutForAMinute();
        await journey.TheLearnerHandsInTheEssay();

        await journey.TheTeacherReviewsTheEssay();
        await journey.TheMarksFlowIntoTheTable();
        await journey.TheSheetIsFilledCheckedAndClosed();
        await journey.TheLearnerReadsTheExplainedMark();
        await journey.AStrangerVerifiesThePaper();
    }
}
