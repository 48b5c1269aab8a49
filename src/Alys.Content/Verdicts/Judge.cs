using Alys.Content.Packs;

namespace Alys.Content.Verdicts;

/// <summary>The rules on the contents of a pack; pure, so that each can be tried alone.</summary>
internal static class Judge
{
    private const int MostTopicsNamed = 6;
    private static readonly string[] HourKinds = ["lecture", "practical", "laboratory", "guided", "independent"];

    public static PackVerdict Pack(PackContents pack) =>
        new(pack.Id, [Verdict("R-36", "36", "", Chain(pack)), .. Slot.All.Select(s => OfSlot(pack, s))]);

    /// <summary>Clause 36: typical syllabus, approved working syllabus that matches it, pack.</summary>
    private static IEnumerable<SlotReason> Chain(PackContents pack)
    {
        if (pack.Working is null)
        {
            yield return new SlotReason("content.verdict.no-working") { Url = $"/content/packs/edit/{pack.No}" };
        }
        else if (!pack.Working.IsApproved)
        {
            yield return new SlotReason("content.verdict.working-not-approved", pack.Working.Version);
        }
        if (pack.Typical is null)
        {
            yield return new SlotReason("content.verdict.no-typical");
        }
        if (pack is { Working: { } working, Typical: { } typical })
        {
            for (var kind = 0; kind < HourKinds.Length; kind++)
            {
                if (working.Hours[kind] != typical.Hours[kind])
                {
                    yield return new SlotReason("content.verdict.departs." + HourKinds[kind], typical.Hours[kind], working.Hours[kind]);
                }
            }
        }
    }

    private static SlotVerdict OfSlot(PackContents pack, Slot slot)
    {
        switch (slot.Need)
        {
            case SlotNeed.Syllabus:
                return Verdict("R-37", "37", slot.Code, FromSyllabus(pack, slot.Code));
            case SlotNeed.PracticalHours when pack.Working is { } plan && plan.Hours[1] == 0:
                return new SlotVerdict("R-37", "37", slot.Code, SlotState.NotApplicable, [new SlotReason("content.verdict.no-practical-hours")]);
            case SlotNeed.LaboratoryHours when pack.Working is { } plan && plan.Hours[2] == 0:
                return new SlotVerdict("R-37", "37", slot.Code, SlotState.NotApplicable, [new SlotReason("content.verdict.no-laboratory-hours")]);
            case SlotNeed.FinalForm when slot.Form != pack.FinalForm:
                return new SlotVerdict("R-37", "37", slot.Code, SlotState.NotApplicable, [new SlotReason("content.verdict.other-final-form", pack.FinalForm)]);
            case SlotNeed.Optional:
                return new SlotVerdict("R-37", "37", slot.Code, SlotState.Optional, []);
            default:
                return Verdict("R-37", "37", slot.Code, FromUnits(pack, slot));
        }
    }

    private static IEnumerable<SlotReason> FromSyllabus(PackContents pack, string slot)
    {
        if (slot == "M1")
        {
            return pack.Typical is null ? [new SlotReason("content.verdict.no-typical")] : [];
        }
        if (pack.Working is not { } working)
        {
            return [new SlotReason("content.verdict.no-working") { Url = $"/content/packs/edit/{pack.No}" }];
        }
        return slot switch
        {
            "M2.content" => working.Topics.Count == 0 ? [new SlotReason("content.verdict.no-topics")] : [],
            "M2.plan" => Plan(working),
            "M2.literature" => Literature(working),
            "M2.modules" => Modules(working),
            _ => working.Consultations == 0 ? [new SlotReason("content.verdict.no-consultations")] : [],
        };
    }

    private static IEnumerable<SlotReason> Plan(SyllabusFacts working)
    {
        if (working.Topics.Count == 0)
        {
            yield return new SlotReason("content.verdict.no-topics");
        }
        for (var kind = 0; kind < HourKinds.Length; kind++)
        {
            var planned = working.Topics.Sum(t => t.Hours[kind]);
            if (planned != working.Hours[kind])
            {
                yield return new SlotReason("content.verdict.hours." + HourKinds[kind], planned, working.Hours[kind]);
            }
        }
        foreach (var topic in working.Topics.Where(t => t.Week < 1).Take(MostTopicsNamed))
        {
            yield return new SlotReason("content.verdict.no-week", topic.Order, topic.Title);
        }
    }

    private static IEnumerable<SlotReason> Literature(SyllabusFacts working)
    {
        if (working.MainLiterature == 0) yield return new SlotReason("content.verdict.no-main-literature");
        if (working.AdditionalLiterature == 0) yield return new SlotReason("content.verdict.no-additional-literature");
    }

    private static IEnumerable<SlotReason> Modules(SyllabusFacts working)
    {
        if (working.Modules.Count == 0)
        {
            yield return new SlotReason("content.verdict.no-modules");
        }
        foreach (var topic in working.Topics.Where(t => !working.Modules.Contains(t.Module)).Take(MostTopicsNamed))
        {
            yield return new SlotReason("content.verdict.no-module", topic.Order, topic.Title);
        }
    }

    private static IEnumerable<SlotReason> FromUnits(PackContents pack, Slot slot)
    {
        var here = pack.Units.Where(u => u.Slot == slot.Code).ToList();
        var published = here.Where(u => u.IsPublished).ToList();
        if (published.Count == 0)
        {
            return here.Count == 0
                ? [new SlotReason("content.verdict.empty-slot") { Url = $"/content/units/new/{pack.No}?slot={slot.Code}" }]
                : [new SlotReason("content.verdict.only-drafts", here.Count) { Url = $"/content/packs/publish/{pack.No}" }];
        }
        return slot.Code switch
        {
            "M3" => UncoveredTopics(pack, published),
            "M7" => published.SelectMany(u => SmallBank(pack, u, 1)),
            "M8.tests" => FinalTests(pack, published),
            _ => [],
        };
    }

    private static IEnumerable<SlotReason> UncoveredTopics(PackContents pack, List<UnitFacts> lectures)
    {
        var uncovered = (pack.Working?.Topics ?? []).Where(t => t.Hours[0] > 0 && lectures.TrueForAll(u => u.TopicId != t.Id)).ToList();
        foreach (var topic in uncovered.Take(MostTopicsNamed))
        {
            yield return new SlotReason("content.verdict.topic-uncovered", topic.Order, topic.Title) { Url = $"/content/units/new/{pack.No}?slot=M3" };
        }
        if (uncovered.Count > MostTopicsNamed)
        {
            yield return new SlotReason("content.verdict.more-topics", uncovered.Count - MostTopicsNamed);
        }
    }

    private static IEnumerable<SlotReason> FinalTests(PackContents pack, List<UnitFacts> units)
    {
        var sets = units.Where(u => u.Kind == UnitKind.QuestionSet).ToList();
        return sets.Count == 0
            ? [new SlotReason("content.verdict.no-question-set") { Url = $"/content/units/new/{pack.No}?slot=M8.tests" }]
            : sets.SelectMany(u => SmallBank(pack, u, pack.FinalBankFactor));
    }

    private static IEnumerable<SlotReason> SmallBank(PackContents pack, UnitFacts unit, int factor)
    {
        if (unit.Kind == UnitKind.QuestionSet && unit.Draws.Count == 0)
        {
            yield return new SlotReason("content.verdict.empty-test") { Url = $"/content/units/show/{pack.No}/{unit.No}" };
        }
        foreach (var draw in unit.Draws.Where(d => d.InBank < factor * d.Draw))
        {
            yield return draw.Tag.Length == 0
                ? new SlotReason("content.verdict.small-bank", draw.InBank, draw.Draw, factor * draw.Draw)
                : new SlotReason("content.verdict.small-bank-tag", draw.InBank, draw.Draw, factor * draw.Draw, draw.Tag);
        }
    }

    private static SlotVerdict Verdict(string rule, string clause, string slot, IEnumerable<SlotReason> reasons)
    {
        SlotReason[] all = [.. reasons];
        return new SlotVerdict(rule, clause, slot, all.Length == 0 ? SlotState.Met : SlotState.NotMet, all);
    }
}
