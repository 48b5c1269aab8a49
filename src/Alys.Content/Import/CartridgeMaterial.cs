using System.Net;
using Alys.Assessment;
using Alys.Formats;
using Alys.Formats.Archives;
using Alys.Formats.Cartridges;

namespace Alys.Content.Import;

/// <summary>What a package offers to a pack: its table of contents gives order, grouping and titles; every object is a page, a file or a skipped line.</summary>
internal sealed class CartridgeMaterial(Cartridge cartridge, SafeArchive archive, Texts texts)
{
    private readonly List<MaterialPage> _pages = [];
    private readonly List<ImportLine> _skipped = [];
    private readonly List<Problem> _problems = [.. cartridge.Problems];
    private readonly Dictionary<string, MaterialPage> _taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private readonly List<CartridgeItem> _hidden = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private string? _slot;
    private readonly CartridgeFiles _files = new(cartridge);
    private readonly PackageQuestions _questions = CartridgeQuestions.Read(cartridge, archive);

    public Material Read()
    {
        var modules = Modules();
        foreach (var (index, module) in modules.Index())
        {
            _slot = Export.SlotModule.SlotOf(module.Identifier);
            var links = new LinkList(cartridge.Manifest, module.Identifier.Length > 0 ? module.Identifier : $"{index}", module.Title);
            TakeItem(module, new Place(module.Title, index), links);
            Add(links, new Place(module.Title, index), PageRole.Links);
        }
        _slot = null;
        // What one place hides another may show, so hidden places come last.
        foreach (var item in _hidden.SelectMany(WithItems)) Skip(item.Resource?.Main ?? NameOf(item), item.Title, "content.import.hidden-item");
        TakeTheRest();
        foreach (var resource in cartridge.Resources)
        {
            foreach (var missing in resource.Missing) Skip(missing, "", "content.import.missing-file");
        }
        if (cartridge.Resources.Sum(r => r.Standards.Count) is > 0 and var standards) _problems.Add(new Problem(0, "content.import.standards", Severity.Warning, standards));
        var used = _pages.SelectMany(p => p.Sources.Select(s => s.Path).Append(p.Page.Path)).Concat(_skipped.Select(s => s.Path)).Concat(_questions.Paths).ToHashSet(StringComparer.Ordinal);
        return new Material
        {
            Pages = _pages, Skipped = _skipped, Problems = _problems, Lessons = modules.Count, Questions = _questions.Paths.Any() ? _questions : null,
            Package = new PackageName($"{cartridge.Schema} {cartridge.Version}".Trim(), cartridge.Title),
            Files = [.. archive.Files.Select(f => f.Path).Where(f => !used.Contains(f)).Select(f => new MaterialFile(f, _files.WhyUnused(f)))],
        };
    }

    // A package without a table of contents, as Canvas exports a course without modules, is read in the order of its resources.
    private IReadOnlyList<CartridgeItem> Modules()
    {
        if (cartridge.Items.Any(Names)) return cartridge.Items;
        _problems.Add(new Problem(0, "content.import.no-contents", Severity.Warning));
        return [.. cartridge.Resources.Where(r => r.VariantOf is null && r.Kind is CartridgeKind.Page or CartridgeKind.Topic or CartridgeKind.Assignment or CartridgeKind.WebLink or CartridgeKind.Assessment)
            .Select(r => new CartridgeItem(r.Identifier, "", r.Identifier, r, IsVisible: true, []))];
    }

    private static bool Names(CartridgeItem item) => item.Resource is not null || item.Items.Any(Names);

    private void TakeItem(CartridgeItem item, Place place, LinkList links)
    {
        if (!item.IsVisible)
        {
            _hidden.Add(item);
            return;
        }
        if (item.Resource is { } resource) Take(resource, item.Title, place, links);
        else if (item.Reference is { } reference) Skip(NameOf(item), item.Title, "content.import.no-resource", reference);
        else if (item.Items.Count == 0) Skip(NameOf(item), item.Title, "content.import.heading");
        foreach (var child in item.Items)
        {
            TakeItem(child, child.Items.Count > 0 && child.Title.Length > 0 ? place with { Module = $"{place.Module} / {child.Title}" } : place, links);
        }
    }

    private static IEnumerable<CartridgeItem> WithItems(CartridgeItem item) => item.Items.SelectMany(WithItems).Prepend(item);

    // Identifiers of places need not be unique, and no place may be lost from the report.
    private string NameOf(CartridgeItem item)
    {
        var name = $"{cartridge.Manifest}#{(item.Identifier.Length > 0 ? item.Identifier : item.Title)}";
        var times = _names[name] = _names.GetValueOrDefault(name) + 1;
        return times == 1 ? name : $"{name} ({times})";
    }

    private void TakeTheRest()
    {
        var place = new Place(null, null);
        var links = new LinkList(cartridge.Manifest, "links", "");
        foreach (var resource in cartridge.Resources)
        {
            // A file is stored if a text needs it; what stands in for another resource was looked at with it.
            if (resource.Kind is CartridgeKind.File or CartridgeKind.Associated || (resource.Main is { } main && (_taken.ContainsKey(main) || _reported.Contains(main)))) continue;
            if (resource.VariantOf is { } of && cartridge.Find(of) is { } preferred && preferred != resource)
            {
                Skip(resource.Main ?? resource.Identifier, "", "content.import.variant", preferred.Main ?? of);
                continue;
            }
            Take(resource, "", place, links);
        }
        Add(links, place, PageRole.Other);
        foreach (var page in cartridge.OtherPages.Where(p => !_taken.ContainsKey(p.Path) && !_reported.Contains(p.Path)))
        {
            Add(new MaterialPage(page, PageRole.Other, null, null));
        }
    }

    private void Take(CartridgeResource resource, string title, Place place, LinkList links)
    {
        var path = resource.Main ?? $"{cartridge.Manifest}#{resource.Identifier}";
        if (_taken.TryGetValue(path, out var before))
        {
            before.Remarks.Add(new ImportRemark("content.import.named-again", $"{place.Module}: {title}"));
            return;
        }
        if (resource.IsMissing)
        {
            Skip(path, title, "content.import.missing-file");
            return;
        }
        switch (resource.Content)
        {
            case CartridgePage page:
                Add(new MaterialPage(Titled(page.Page, title), Role(resource, PageRole.Page, place), place.Module, place.No));
                break;
            case CartridgeTopic topic:
                TakeTopic(resource, topic, title, place);
                break;
            case CartridgeAssignment assignment:
                TakeAssignment(resource, assignment, title, place);
                break;
            case CartridgeLink link:
                TakeLink(path, link, title, links);
                break;
            case CartridgeTool tool:
                Skip(path, title.Length > 0 ? title : tool.Title, "content.import.tool", tool.Address);
                break;
            default:
                TakeFile(resource, path, title, place);
                break;
        }
    }

    private void TakeTopic(CartridgeResource resource, CartridgeTopic topic, string title, Place place)
    {
        if (string.IsNullOrWhiteSpace(topic.Page.Text) && topic.Attachments.Count == 0)
        {
            Skip(topic.Page.Path, title, "content.import.no-text");
            return;
        }
        var page = With(Titled(topic.Page, title), topic.Attachments);
        Add(new MaterialPage(page, Role(resource, PageRole.Discussion, place), place.Module, place.No) { Reason = "content.import.discussion" });
    }

    private void TakeAssignment(CartridgeResource resource, CartridgeAssignment assignment, string title, Place place)
    {
        var variant = cartridge.Resources.FirstOrDefault(r => r.VariantOf == resource.Identifier && r.Content is CartridgePage);
        var page = assignment.Page;
        if (string.IsNullOrWhiteSpace(page.Text) && variant?.Content is CartridgePage shown)
        {
            page = page with { Text = shown.Page.Text, References = shown.Page.References };
        }
        if (string.IsNullOrWhiteSpace(page.Text) && assignment.Attachments.Count == 0)
        {
            Skip(page.Path, title, assignment.HasTextForTeachers ? "content.import.text-for-teachers" : "content.import.no-text");
            return;
        }
        Add(new MaterialPage(With(Titled(page, title), assignment.Attachments), Role(resource, PageRole.Assignment, place), place.Module, place.No)
        {
            Points = assignment.Points is { } points ? (int)Math.Clamp(Math.Ceiling(points), 1, Units.UnitVersion.MaxTaskPoints) : null,
            AnswerByText = assignment.Answers.Count == 0 || assignment.Answers.Any(a => a is "html" or "text" or "url"),
            AnswerByFiles = assignment.Answers.Count == 0 || assignment.Answers.Contains("file"),
            Aliases = variant?.Main is { } alias ? [alias] : [],
        });
    }

    private void TakeLink(string path, CartridgeLink link, string title, LinkList links)
    {
        var shown = title.Length > 0 ? title : link.Title.Length > 0 ? link.Title : link.Address;
        if (Uri.TryCreate(link.Address, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") links.Add(path, shown, address);
        else Skip(path, shown, "content.import.bad-address", link.Address);
    }

    private void TakeFile(CartridgeResource resource, string path, string title, Place place)
    {
        switch (resource.Kind)
        {
            case CartridgeKind.File:
                var file = path[(path.LastIndexOf('/') + 1)..];
                var shown = title.Length > 0 ? title : file;
                var page = new LessonPage($"{path}#file", LessonFormat.Html, Short(shown), null, FileText(path, file, shown),
                    [new LessonReference(Media.MediaStore.IsPictureName(file), Address(path), 1, ReferenceState.Found, path)]);
                Add(new MaterialPage(page, Role(resource, PageRole.File, place), place.Module, place.No) { FilePath = path, Sources = [(path, shown)] });
                break;
            case CartridgeKind.Associated when place.No is not null:
                Skip(path, title, "content.import.associated");
                break;
            case CartridgeKind.Assessment when _questions.Answered(path) > 0:
                var name = Short(title.Length > 0 ? title : _questions.TitleOf(path));
                Add(new MaterialPage(new LessonPage(path, LessonFormat.Html, name, null, "", []), Role(resource, PageRole.Test, place), place.Module, place.No) { IsTest = true });
                break;
            case CartridgeKind.Assessment or CartridgeKind.QuestionBank:
                // What becomes of its questions stands in its line.
                _reported.Add(path);
                break;
            case CartridgeKind.Unknown:
                Skip(path, title, "content.import.unknown-type", resource.Type);
                break;
            default:
                Skip(path, title, "content.import.not-read");
                break;
        }
    }

    private static string FileText(string path, string name, string title) => Media.MediaStore.IsPictureName(name)
        ? $"<p><img src=\"{WebUtility.HtmlEncode(Address(path))}\" alt=\"{WebUtility.HtmlEncode(title)}\"></p>"
        : $"<p><a href=\"{WebUtility.HtmlEncode(Address(path))}\">{WebUtility.HtmlEncode(name)}</a></p>";

    private static string Address(string path) => "/" + Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal);

    private static LessonPage With(LessonPage page, IReadOnlyList<LessonReference> attachments) => attachments.Count == 0 ? page : page with
    {
        Text = page.Text + string.Concat(attachments.Select(a =>
            $"\n<p><a href=\"{WebUtility.HtmlEncode(a.Target)}\">{WebUtility.HtmlEncode((a.Path ?? a.Target).Split('/')[^1])}</a></p>")),
        References = [.. page.References, .. attachments],
    };

    private static LessonPage Titled(LessonPage page, string title) => title.Length > 0 ? page with { Title = Short(title) } : page;

    private static string Short(string title) => title.Length <= Units.UnitVersion.MaxTitle ? title : title[..Units.UnitVersion.MaxTitle];

    private static PageRole Role(CartridgeResource resource, PageRole role, Place place) =>
        resource.IsForTeachers ? PageRole.Teachers
        : place.No is null ? PageRole.Other
        : resource.IntendedUse == "assignment" || resource.Files.Any(f => f.EndsWith("/assignment_settings.xml", StringComparison.Ordinal)) ? PageRole.Assignment
        : role;

    private void Add(LinkList links, Place place, PageRole role)
    {
        if (links.Page(texts) is not { } page) return;
        // Identifiers of modules need not be unique; paths of units must be.
        var path = page.Path;
        for (var i = 2; _taken.ContainsKey(page.Path); i++) page = page with { Path = $"{path}:{i}" };
        var sources = links.Sources.Where(s => _reported.Add(s.Path)).ToList();
        Add(new MaterialPage(page, role, place.Module, place.No) { Sources = sources, Aliases = [.. sources.Select(s => s.Path)], Reason = "content.import.links-reason" });
    }

    private void Add(MaterialPage page)
    {
        page = page with { Called = page.Page.Title, OwnSlot = _slot, Reason = page.Reason ?? (_slot is null ? null : "content.import.own-slot") };
        _pages.Add(page);
        foreach (var path in page.Sources.Select(s => s.Path).Append(page.Page.Path)) _taken.TryAdd(path, page);
    }

    private void Skip(string path, string title, string reason, params string[] args)
    {
        if (_taken.ContainsKey(path) || !_reported.Add(path)) return;
        _skipped.Add(new ImportLine(path, LessonOutcome.Skipped, reason, args) { Title = title.Length > 0 ? title : null });
    }

    private sealed record Place(string? Module, int? No);
}
