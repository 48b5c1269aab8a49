using System.Text;
using System.Text.RegularExpressions;
using Alys.Platform;

namespace Alys.Benchmarks;

/// <summary>Names of people and texts of units, drawn from the believable institution's own with a seeded dice: what is frequent there is frequent here.</summary>
internal sealed partial class GrowthWords
{
    private readonly Random _dice = new(404);
    private readonly Dictionary<string, string[]> _texts = [];
    private readonly Dictionary<string, (string[] Surnames, string[] Given, string[] Patronymics)> _names = [];

    public GrowthWords(string world)
    {
        foreach (var language in new[] { "kk", "ru" })
        {
            _texts[language] = [.. Directory.EnumerateFiles(Path.Combine(world, "packs"), "*.md", SearchOption.AllDirectories).Where(f => Path.GetFileName(Path.GetDirectoryName(f)!).EndsWith(language, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
                .SelectMany(f => Word().Matches(File.ReadAllText(f, Encoding.UTF8)).Select(m => m.Value.ToLowerInvariant()))];
            var people = File.ReadLines(Path.Combine(world, "people.csv")).Skip(1).Select(l => l.Split(',')).Where(p => p.Length > 5 && p[5] == language).ToList();
            _names[language] = ([.. people.Select(p => p[1])], [.. people.Select(p => p[2])], [.. people.Select(p => p[3])]);
        }
    }

    public int Next(int most) => _dice.Next(most);

    public (string Surname, string Given, string Patronymic) Person(string language)
    {
        var names = _names[language];
        return (Of(names.Surnames), Of(names.Given), Of(names.Patronymics));
    }

    public string Title(string language) => Sentence(language, 3 + _dice.Next(3));

    public LocalText Name() => new(Title("kk"), Title("ru"), "");

    /// <summary>Sixty to a hundred and eighty words in paragraphs.</summary>
    public string Text(string language)
    {
        var text = new StringBuilder();
        for (var left = 60 + _dice.Next(121); left > 0;)
        {
            var words = Math.Min(left, 6 + _dice.Next(10));
            text.Append(Sentence(language, words)).Append(_dice.Next(4) == 0 ? ".\n\n" : ". ");
            left -= words;
        }
        return text.ToString();
    }

    /// <summary>Words that are looked for: half Kazakh, half Russian, the same in every run.</summary>
    public static IReadOnlyList<string> Asked(string world, int count)
    {
        var words = new GrowthWords(world);
        return [.. Enumerable.Range(0, count).Select(i => words.Long(i % 2 == 0 ? "kk" : "ru"))];
    }

    private string Long(string language)
    {
        string word;
        do word = Of(_texts[language]); while (word.Length < 5);
        return word;
    }

    private string Sentence(string language, int words)
    {
        var sentence = string.Join(' ', Enumerable.Range(0, words).Select(_ => Of(_texts[language])));
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    private string Of(string[] words) => words[_dice.Next(words.Length)];

    [GeneratedRegex(@"[\p{IsCyrillic}]{2,30}")]
    private static partial Regex Word();
}
