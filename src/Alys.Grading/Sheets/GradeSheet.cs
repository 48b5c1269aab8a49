using System.Linq.Expressions;
using Alys.Documents;

namespace Alys.Grading;

internal enum SheetStepKind { Opened, Filled, Checked, Closed, Reopened }

/// <summary>The grade sheet of a course: opened, filled from the ledger, checked by another person, closed into a document. Reopened only as a new version.</summary>
internal sealed partial class GradeSheet : NumberedEntity
{
    public Guid CourseId { get; init; }
    public int Version { get; set; } = 1;
    public Guid? DocumentId { get; set; }
    public List<SheetStep> Steps { get; } = [];
    public List<SheetLine> AllLines { get; } = [];

    public static readonly Expression<Func<GradeSheet, bool>> IsClosed = s => s.Steps.Any(t => t.Version == s.Version && t.Kind == SheetStepKind.Closed);

    public Scope Scope => new(ScopeKinds.Course, CourseId);

    public SheetStep Last => Steps.MaxBy(s => s.Order)!;

    /// <summary>The lines of the version at work.</summary>
    public IReadOnlyList<SheetLine> Lines => [.. AllLines.Where(l => l.Version == Version).OrderBy(l => l.Order)];

    public SheetStep? StepOf(SheetStepKind kind) => Steps.Where(s => s.Version == Version && s.Kind == kind).MaxBy(s => s.Order);

    public bool MayBeFilled => Last.Kind != SheetStepKind.Closed;

    public bool MayBeChecked => Last.Kind == SheetStepKind.Filled;

    public bool MayBeClosed => Last.Kind == SheetStepKind.Checked;

    public bool MayBeReopened => Last.Kind == SheetStepKind.Closed;

    /// <summary>Opens the sheet of a course; its plan must be sound, and there is one sheet per course.</summary>
    public static async Task<GradeSheet> Open(Act act, CourseHead course, ControlPlan? plan)
    {
        if (plan is not { IsSound: true }) throw new Refusal("grading.refusal.plan-not-sound");
        if (await act.Db.GradeSheets.AnyAsync(s => s.CourseId == course.Id, act.Ct)) throw new Refusal("grading.refusal.sheet-exists");
        var sheet = new GradeSheet { No = await act.NextNumber("grading.sheet"), CourseId = course.Id };
        act.Db.Add(sheet);
        sheet.Step(act, SheetStepKind.Opened);
        return sheet;
    }

    /// <summary>Fills it from the ledger: what is missing counts as 0, who has no examination is absent. May be repeated until it is closed.</summary>
    public void Fill(Act act, CourseMarks marks)
    {
        if (!MayBeFilled) throw new Refusal("grading.refusal.sheet-closed");
        if (!marks.Plan.IsSound) throw new Refusal("grading.refusal.plan-not-sound");
        if (marks.Learners.Count == 0) throw new Refusal("grading.refusal.no-learners");
        var old = Lines;
        act.Db.RemoveRange(old);
        AllLines.RemoveAll(old.Contains);
        var lines = LinesOf(marks);
        AllLines.AddRange(lines);
        act.Db.AddRange(lines);
        Step(act, SheetStepKind.Filled);
    }

    /// <summary>Another person than who filled it says that it is right.</summary>
    public void Check(Act act)
    {
        if (!MayBeChecked) throw new Refusal("grading.refusal.not-filled");
        if (Last.ByPersonId == act.Reader.PersonId) throw new Refusal("grading.refusal.own-check");
        Step(act, SheetStepKind.Checked);
    }

    /// <summary>Closes it: the lines are frozen and issued as a document. Refused if marks have moved since it was filled.</summary>
    public async Task Close(Act act, CourseMarks marks, DocumentStore store, SheetData data)
    {
        if (!MayBeClosed) throw new Refusal("grading.refusal.not-checked");
        if (!LinesOf(marks).SequenceEqual(Lines, SheetLine.SameMarks)) throw new Refusal("grading.refusal.marks-moved");
        var people = Lines.Select(l => l.PersonId).ToList();
        if (DocumentId is { } document)
        {
            await store.NewVersion(act, document, data, StepOf(SheetStepKind.Reopened)!.Reason!, people);
        }
        else
        {
            var course = marks.Course;
            var issued = await store.Issue(act, new NewDocument(GradeSheetKind.KindCode, data, course.TitleOfSheet(), Id, Scope) { Language = course.GroupLanguage, Concerning = people });
            DocumentId = issued.Id;
        }
        Step(act, SheetStepKind.Closed);
    }

    /// <summary>Begins a new version; the closed one stays as it is.</summary>
    public void Reopen(Act act, string? reason)
    {
        if (!MayBeReopened) throw new Refusal("grading.refusal.not-closed");
        if (string.IsNullOrWhiteSpace(reason)) throw new Refusal("grading.refusal.reopen-reason") { Field = "Reason" };
        Version++;
        Step(act, SheetStepKind.Reopened, reason.Trim());
    }

    private List<SheetLine> LinesOf(CourseMarks marks) => [.. marks.Learners.Select((learner, i) => SheetLine.Of(this, i + 1, learner))];

    private void Step(Act act, SheetStepKind kind, string? reason = null)
    {
        var step = new SheetStep { SheetId = Id, Version = Version, Order = Steps.Count + 1, Kind = kind, At = act.Now, ByPersonId = act.Reader.PersonId, Reason = reason };
        Steps.Add(step);
        act.Db.Add(step);
        act.Wrote("grading.sheet." + kind.ToString().ToLowerInvariant(), this, Scope, after: new { No, Version, courseId = CourseId, DocumentId, reason });
    }
}
