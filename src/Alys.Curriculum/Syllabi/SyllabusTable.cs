using Alys.Formats;
using Alys.Formats.Csv;

namespace Alys.Curriculum;

/// <summary>
/// A syllabus as one table: each row says in its first column what it is (syllabus, module, topic, literature, consultation).
/// Every row is either taken or reported by its line.
/// </summary>
internal sealed class SyllabusTable
{
    public static readonly IReadOnlyList<TableColumn> Columns =
    [
        new("Record", true, "Жазба", "Запись"),
        new("Code", false, "Коды", "Код"),
        new("Number", false, "Нөмірі", "Номер", "№"),
        new("Week", false, "Апта", "Неделя"),
        new("Module", false, "Модулі", "Модуль"),
        new("Kind", false, "Түрі", "Вид"),
        new("Credits", false, "Кредиттер", "Кредиты"),
        new("TitleKk", false, "Атауы қаз", "Название каз"),
        new("TitleRu", false, "Атауы орыс", "Название рус"),
        new("TitleEn", false, "Атауы ағылш", "Название англ"),
        new("Lecture", false, "Дәріс", "Лекции"),
        new("Practical", false, "Практика", "Практические"),
        new("Laboratory", false, "Зертхана", "Лабораторные"),
        new("Guided", false, "СОӨЖ", "СРСП"),
        new("Independent", false, "СӨЖ", "СРС"),
        new("Day", false, "Күні", "День"),
        new("From", false, "Басы", "Начало"),
        new("To", false, "Соңы", "Конец"),
    ];

    private readonly List<Problem> _problems = [];
    private readonly SyllabusDraft _draft = new();
    private bool _hasHead;

    /// <summary>The syllabus, or null with at least one error.</summary>
    public static (SyllabusDraft? Draft, IReadOnlyList<Problem> Problems) Read(byte[] bytes)
    {
        var table = TableReader.Read(bytes, Columns, maxRows: 2000);
        var reading = new SyllabusTable();
        reading._problems.AddRange(table.Problems);
        foreach (var row in table.Rows) reading.Take(row);
        if (table.Rows.Count > 0) reading.CheckWhole();
        var problems = reading._problems.OrderBy(p => p.Line).ToList();
        return (problems.Exists(p => p.IsError) ? null : reading._draft, problems);
    }

    private void Take(TableRow row)
    {
        switch (row["Record"].ToLowerInvariant())
        {
            case "syllabus" or "силлабус": Head(row); break;
            case "module" or "модуль": AddModule(row); break;
            case "topic" or "тақырып" or "тема": AddTopic(row); break;
            case "literature" or "әдебиет" or "литература": AddLiterature(row); break;
            case "consultation" or "консультация": AddConsultation(row); break;
            default: Refuse(row, "curriculum.import.record", row["Record"]); break;
        }
    }

    private void Head(TableRow row)
    {
        if (_hasHead) { Refuse(row, "curriculum.import.two-heads"); return; }
        _hasHead = true;
        var kind = row["Kind"].ToLowerInvariant();
        if (kind is not ("typical" or "үлгілік" or "типовой" or "типовая" or "working" or "жұмыс" or "рабочий" or "рабочая")) Refuse(row, "curriculum.import.kind", row["Kind"]);
        _draft.Kind = kind is "typical" or "үлгілік" or "типовой" or "типовая" ? SyllabusKind.Typical : SyllabusKind.Working;
        _draft.SubjectCode = row["Code"];
        _draft.Credits = Number(row, "Credits", 60) ?? 0;
        _draft.Title = Title(row);
        _draft.Hours = HoursOf(row);
        if (_draft.Hours.Total == 0) Refuse(row, "curriculum.import.no-hours");
    }

    private void AddModule(TableRow row) =>
        _draft.Modules.Add(new SyllabusModule { Order = Order(row, _draft.Modules), Title = Title(row) });

    private void AddTopic(TableRow row)
    {
        var hours = HoursOf(row);
        _draft.Topics.Add(new Topic
        {
            Order = Order(row, _draft.Topics),
            Title = Title(row),
            Week = Number(row, "Week", 60) ?? 0,
            Module = Number(row, "Module", 100) ?? 0,
            LectureHours = hours.Lecture,
            PracticalHours = hours.Practical,
            LaboratoryHours = hours.Laboratory,
            GuidedHours = hours.Guided,
            IndependentHours = hours.Independent,
        });
    }

    private void AddLiterature(TableRow row)
    {
        var kind = row["Kind"].ToLowerInvariant();
        if (kind is not ("main" or "негізгі" or "основная" or "additional" or "қосымша" or "дополнительная")) { Refuse(row, "curriculum.import.literature-kind", row["Kind"]); return; }
        _draft.Literature.Add(new Literature { Order = Order(row, _draft.Literature), Title = Title(row), Kind = kind is "main" or "негізгі" or "основная" ? LiteratureKind.Main : LiteratureKind.Additional });
    }

    private void AddConsultation(TableRow row)
    {
        var kind = row["Kind"].ToLowerInvariant();
        var isClock = TimeOnly.TryParseExact(row["From"], ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            & TimeOnly.TryParseExact(row["To"], ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var to);
        if (kind is not ("forum" or "форум" or "question" or "сұрақ" or "вопрос")) { Refuse(row, "curriculum.import.consultation-kind", row["Kind"]); return; }
        if (!isClock || to <= from) { Refuse(row, "curriculum.import.clock"); return; }
        if (row["Day"] is not ("1" or "2" or "3" or "4" or "5" or "6" or "7")) { Refuse(row, "curriculum.import.day"); return; }
        _draft.Consultations.Add(new ConsultationSlot
        {
            Order = Order(row, _draft.Consultations),
            Title = Title(row),
            Kind = kind is "forum" or "форум" ? ConsultationKind.Forum : ConsultationKind.Question,
            Day = row["Day"][0] - '0',
            From = from,
            To = to,
        });
    }

    private void CheckWhole()
    {
        if (!_hasHead) { _problems.Add(new(0, "curriculum.import.no-head", Severity.Error)); return; }
        if (_draft.Topics.Count == 0) _problems.Add(new(0, "curriculum.import.no-topics", Severity.Error));
        var sum = _draft.Topics.Aggregate(default(Hours), (a, t) => a + t.Hours);
        if (_draft.Topics.Count > 0 && sum != _draft.Hours) _problems.Add(new(0, "curriculum.import.sum", Severity.Error, sum.Total, _draft.Hours.Total));
        foreach (var topic in _draft.Topics.Where(t => t.Module > 0 && !_draft.Modules.Exists(m => m.Order == t.Module)))
        {
            _problems.Add(new(0, "curriculum.import.no-module", Severity.Error, topic.Order, topic.Module));
        }
        if (_draft.Kind == SyllabusKind.Working && _draft.Topics.Exists(t => t.Week == 0)) _problems.Add(new(0, "curriculum.import.no-week", Severity.Error));
        if (!_draft.Literature.Exists(l => l.Kind == LiteratureKind.Main)) _problems.Add(new(0, "curriculum.import.no-literature", Severity.Warning));
        if (_draft.Kind == SyllabusKind.Working && _draft.Consultations.Count == 0) _problems.Add(new(0, "curriculum.import.no-consultations", Severity.Warning));
    }

    private LocalText Title(TableRow row)
    {
        var title = new LocalText(row["TitleKk"], row["TitleRu"], row["TitleEn"]);
        if (title is { Kk: "", Ru: "", En: "" }) Refuse(row, "curriculum.import.no-title");
        else if (title.Kk.Length > 500 || title.Ru.Length > 500 || title.En.Length > 500) Refuse(row, "curriculum.import.title-long");
        return title;
    }

    private Hours HoursOf(TableRow row) => new(
        Number(row, "Lecture", 999) ?? 0, Number(row, "Practical", 999) ?? 0, Number(row, "Laboratory", 999) ?? 0,
        Number(row, "Guided", 999) ?? 0, Number(row, "Independent", 999) ?? 0);

    private int Order<T>(TableRow row, List<T> before) where T : SyllabusPart
    {
        var order = Number(row, "Number", 1000) is { } given and > 0 ? given : before.Count + 1;
        if (before.Exists(p => p.Order == order)) Refuse(row, "curriculum.import.number-twice", order);
        return order;
    }

    private int? Number(TableRow row, string column, int most)
    {
        if (row[column] == "") return null;
        if (int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most) return number;
        Refuse(row, "curriculum.import.not-a-number", column, row[column]);
        return null;
    }

    private void Refuse(TableRow row, string key, params object[] args) => _problems.Add(new(row.Line, key, Severity.Error, args));
}
