using Alys.Formats.Cartridges;

namespace Alys.Content.Import;

/// <summary>Why a file of a package that no text needs is skipped.</summary>
internal sealed class CartridgeFiles(Cartridge cartridge)
{
    private readonly HashSet<string> _ofQuestions = OfQuestions(cartridge);
    private readonly HashSet<string> _ofProgram =
        [.. cartridge.Resources.Where(r => r.Kind == CartridgeKind.Associated).SelectMany(r => r.Files).Where(f => Path.GetExtension(f).ToLowerInvariant() is ".xml" or ".qti" or ".txt" or ".json")];

    public string WhyUnused(string path)
    {
        if (path == cartridge.Manifest) return "content.import.manifest";
        if (path.Split('/').Any(p => p.StartsWith('.') || p == "__MACOSX")) return "content.import.hidden-file";
        if (CartridgeQuestions.IsCopy(path)) return "content.import.test-copy";
        if (path.Contains("course_settings/", StringComparison.Ordinal) || _ofProgram.Contains(path)) return "content.import.settings";
        return _ofQuestions.Contains(path) ? "content.import.question-file" : "content.import.unused-file";
    }

    private static HashSet<string> OfQuestions(Cartridge cartridge)
    {
        var questions = cartridge.Resources.Where(r => r.Kind is CartridgeKind.Assessment or CartridgeKind.QuestionBank).ToList();
        return [.. questions.Concat(questions.SelectMany(q => q.Dependencies).Select(cartridge.Find).OfType<CartridgeResource>()).SelectMany(r => r.Files)];
    }
}
