namespace Alys.Curriculum;

/// <summary>What a table says of a syllabus, before it becomes a version.</summary>
internal sealed class SyllabusDraft
{
    public SyllabusKind Kind { get; set; }
    /// <summary>Code of the subject, if the table names it.</summary>
    public string SubjectCode { get; set; } = "";
    public LocalText Title { get; set; } = new("");
    public int Credits { get; set; }
    public Hours Hours { get; set; }
    public List<SyllabusModule> Modules { get; } = [];
    public List<Topic> Topics { get; } = [];
    public List<Literature> Literature { get; } = [];
    public List<ConsultationSlot> Consultations { get; } = [];

    /// <summary>Makes the next version of the subject's syllabus of this kind.</summary>
    public async Task<Syllabus> Make(Act act, Subject subject)
    {
        var last = await act.Db.Syllabi.Where(s => s.SubjectId == subject.Id && s.Kind == Kind).MaxAsync(s => (int?)s.Version, act.Ct) ?? 0;
        var syllabus = new Syllabus
        {
            No = await act.NextNumber("curriculum.syllabus"),
            SubjectId = subject.Id,
            Kind = Kind,
            Version = last + 1,
            Title = Title,
            LectureHours = Hours.Lecture,
            PracticalHours = Hours.Practical,
            LaboratoryHours = Hours.Laboratory,
            GuidedHours = Hours.Guided,
            IndependentHours = Hours.Independent,
            Credits = Credits > 0 ? Credits : subject.Credits,
            MadeAt = act.Now,
            MadeByPersonId = act.Reader.IsSignedIn ? act.Reader.PersonId : null,
        };
        syllabus.Modules.AddRange(Modules);
        syllabus.Topics.AddRange(Topics);
        syllabus.Literature.AddRange(Literature);
        syllabus.Consultations.AddRange(Consultations);
        act.Db.Add(syllabus);
        act.Wrote("curriculum.syllabus.made", syllabus, new Scope(ScopeKinds.Subject, subject.Id), after: new { Kind, syllabus.Version, Topics = Topics.Count, Hours.Total });
        return syllabus;
    }
}
