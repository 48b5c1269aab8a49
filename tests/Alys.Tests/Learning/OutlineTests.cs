using Alys.Content;
using Alys.Learning.Courses;

namespace Alys.Tests.Learning;

public sealed class OutlinePartTests
{
    [Fact]
    public void PapersComeFirstThenThePlanThenControl()
    {
        var topic = new CourseTopic { Id = Guid.NewGuid(), Week = 1, Order = 1, Module = 1, TitleKk = "т", TitleRu = "т", TitleEn = "t", ModuleKk = "м", ModuleRu = "м", ModuleEn = "m" };
        var parts = OutlinePart.Arrange([Unit(1, "M8.questions"), Unit(2, "M1"), Unit(3, "M3", topic.Id), Unit(4, "M3", Guid.NewGuid()), Unit(5, "M4")], [topic], new StudyCalendar(new(2026, 9, 1), new(2027, 1, 9), [1]));
        Assert.Equal([[2], [3], [4, 5], [1]], parts.Select(p => p.Topics.SelectMany(t => t.Units).Select(u => u.No).ToArray()));
        Assert.True(parts[^1].IsControl);
        Assert.Equal("m", parts[1].Title!.In("en"));
    }

    [Theory]
    [InlineData(null, true, false)]
    [InlineData(Alys.Learning.SubmissionState.HandedIn, false, true)]
    [InlineData(Alys.Learning.SubmissionState.Returned, true, false)]
    [InlineData(Alys.Learning.SubmissionState.Reviewed, false, true)]
    public void ATaskIsDoneWhenItIsHandedInAndNotReturned(Alys.Learning.SubmissionState? state, bool needsWork, bool isDone)
    {
        var unit = new CourseUnit { Slot = "M4", Title = "t", Kind = UnitKind.Task, Mine = new() { State = state } };
        Assert.Equal((needsWork, isDone), (unit.NeedsWork, unit.IsDone));
    }

    private static CourseUnit Unit(int no, string slot, Guid? topic = null) => new() { No = no, Slot = slot, Title = "t", TopicId = topic };
}
