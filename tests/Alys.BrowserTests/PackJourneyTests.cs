namespace Alys.BrowserTests;

/// <summary>
/// A pack from nothing to network-green, in Kazakh, through pages alone: a formula, a figure, a video, a self-check, an imported bank; returned by a
/// reviewer with a comment, approved by the head, corrected while an attempt runs.
/// </summary>
public sealed class PackJourneyTests(SecureHost alys) : IClassFixture<SecureHost>
{
    [Fact]
    public async Task APackIsWrittenReviewedApprovedAndCorrected()
    {
        await using var journey = await PackJourney.Begin(alys);
        await journey.TheAuthorBeginsAnEmptyPack();
        await journey.TheHeadAsksForApproval();
        await journey.TheAuthorStoresAFigureAndAVideo();
        await journey.TheAuthorImportsABankAndMakesATest();
        await journey.TheAuthorWritesEverySlot();
        await journey.TheReviewerReturnsTheFirstLectureWithAComment();
        await journey.TheAuthorMendsItAndSendsEverything();
        await journey.TheReviewerHandsOnAndTheHeadApproves();
        await journey.ALearnersAttemptRunsWhileItsQuestionIsCorrected();
        await journey.ACorrectionOfALectureIsSeenOnlyOnceItIsApproved();
    }
}
