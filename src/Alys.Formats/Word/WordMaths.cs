using System.Diagnostics.CodeAnalysis;
using System.Text;
using DocumentFormat.OpenXml;

namespace Alys.Formats.Word;

// Formulas of Office (OMML, part 1, clause 22.1) as LaTeX. What is not known here is not guessed: the caller keeps the line of text.
static class WordMaths
{
    const int MaxLength = 3900;

    sealed class UnknownException : Exception;

    static readonly Dictionary<string, string> Operators = new(StringComparer.Ordinal)
    {
        ["∑"] = "\\sum", ["∏"] = "\\prod", ["∐"] = "\\coprod", ["∫"] = "\\int", ["∬"] = "\\iint", ["∭"] = "\\iiint", ["∮"] = "\\oint", ["⋃"] = "\\bigcup", ["⋂"] = "\\bigcap", ["⋁"] = "\\bigvee", ["⋀"] = "\\bigwedge",
    };

    static readonly Dictionary<string, string> Accents = new(StringComparer.Ordinal)
    {
        ["̂"] = "\\hat", ["̃"] = "\\tilde", ["̅"] = "\\bar", ["̄"] = "\\bar", ["⃗"] = "\\vec", ["̇"] = "\\dot", ["̈"] = "\\ddot", ["̌"] = "\\check", ["́"] = "\\acute", ["̀"] = "\\grave", ["̆"] = "\\breve",
    };

    static readonly HashSet<string> Functions =
        ["sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "ln", "log", "lg", "exp", "lim", "max", "min", "sup", "inf", "det", "dim", "ker", "gcd", "arg", "deg"];

    static readonly Dictionary<char, string> Signs = new()
    {
        ['\\'] = "\\backslash ", ['{'] = "\\{", ['}'] = "\\}", ['#'] = "\\#", ['%'] = "\\%", ['&'] = "\\&", ['_'] = "\\_", ['^'] = "\\hat{}", ['~'] = "\\sim ", ['−'] = "-", ['×'] = "\\times ", ['⋅'] = "\\cdot ", ['·'] = "\\cdot ",
        ['÷'] = "\\div ", ['±'] = "\\pm ", ['∓'] = "\\mp ", ['≤'] = "\\le ", ['≥'] = "\\ge ", ['≠'] = "\\ne ", ['≈'] = "\\approx ", ['≡'] = "\\equiv ", ['∞'] = "\\infty ", ['∈'] = "\\in ", ['∉'] = "\\notin ", ['⊂'] = "\\subset ",
        ['⊆'] = "\\subseteq ", ['∪'] = "\\cup ", ['∩'] = "\\cap ", ['∅'] = "\\varnothing ", ['→'] = "\\to ", ['←'] = "\\leftarrow ", ['⇒'] = "\\Rightarrow ", ['⇔'] = "\\Leftrightarrow ", ['↔'] = "\\leftrightarrow ", ['∀'] = "\\forall ",
        ['∃'] = "\\exists ", ['¬'] = "\\neg ", ['∧'] = "\\wedge ", ['∨'] = "\\vee ", ['∂'] = "\\partial ", ['∇'] = "\\nabla ", ['∆'] = "\\Delta ", ['…'] = "\\ldots ", ['⋯'] = "\\cdots ", ['°'] = "^{\\circ}", ['′'] = "'", ['″'] = "''",
        ['∝'] = "\\propto ", ['∼'] = "\\sim ", ['⊥'] = "\\perp ", ['∥'] = "\\parallel ", ['∠'] = "\\angle ", ['√'] = "\\surd ", ['⋈'] = "\\bowtie ", ['\u00A0'] = "\\ ", ['\u2062'] = "", ['\u2061'] = "", ['\u2009'] = "\\,", ['\u2003'] = "\\quad ",
    };

    internal static bool TryLatex(OpenXmlElement formula, [NotNullWhen(true)] out string? latex)
    {
        try
        {
            latex = Of(formula).Trim();
            return latex.Length is > 0 and <= MaxLength;
        }
        catch (UnknownException)
        {
            latex = null;
            return false;
        }
    }

    static string Of(OpenXmlElement? parent) => parent is null ? "" : string.Concat(parent.Elements().Select(One));

    static string One(OpenXmlElement e) => e.LocalName switch
    {
        "r" => Run(e),
        "f" => Fraction(e),
        "sSup" => $"{Base(e)}^{{{Of(Child(e, "sup"))}}}",
        "sSub" => $"{Base(e)}_{{{Of(Child(e, "sub"))}}}",
        "sSubSup" => $"{Base(e)}_{{{Of(Child(e, "sub"))}}}^{{{Of(Child(e, "sup"))}}}",
        "sPre" => $"{{}}_{{{Of(Child(e, "sub"))}}}^{{{Of(Child(e, "sup"))}}}{Base(e)}",
        "rad" => Is(e, "degHide") || Of(Child(e, "deg")) == "" ? $"\\sqrt{{{Of(Child(e, "e"))}}}" : $"\\sqrt[{Of(Child(e, "deg"))}]{{{Of(Child(e, "e"))}}}",
        "nary" => Nary(e),
        "d" => Delimited(e),
        "func" => $"{Name(Child(e, "fName"))}{{{Of(Child(e, "e"))}}}",
        "limLow" => Of(Child(e, "e")) is var low && low.StartsWith('\\') && Functions.Contains(low[1..].Trim()) ? $"{low.Trim()}_{{{Of(Child(e, "lim"))}}}" : $"\\underset{{{Of(Child(e, "lim"))}}}{{{low}}}",
        "limUpp" => $"\\overset{{{Of(Child(e, "lim"))}}}{{{Of(Child(e, "e"))}}}",
        "acc" => Accents.TryGetValue(Chr(e, "̂"), out var accent) ? $"{accent}{{{Of(Child(e, "e"))}}}" : throw new UnknownException(),
        "bar" => $"{(Said(e, "pos") == "bot" ? "\\underline" : "\\overline")}{{{Of(Child(e, "e"))}}}",
        "groupChr" => Chr(e, "⏟") switch { "⏟" => $"\\underbrace{{{Of(Child(e, "e"))}}}", "⏞" => $"\\overbrace{{{Of(Child(e, "e"))}}}", _ => throw new UnknownException() },
        "m" => $"\\begin{{matrix}}{string.Join("\\\\", e.Elements().Where(r => r.LocalName == "mr").Select(r => string.Join("&", r.Elements().Where(c => c.LocalName == "e").Select(Of))))}\\end{{matrix}}",
        "eqArr" => $"\\begin{{aligned}}{string.Join("\\\\", e.Elements().Where(c => c.LocalName == "e").Select(c => Of(c).Replace("\\&", "&", StringComparison.Ordinal)))}\\end{{aligned}}",
        "borderBox" => $"\\boxed{{{Of(Child(e, "e"))}}}",
        "box" => Of(Child(e, "e")),
        "oMath" or "ins" or "moveTo" or "hyperlink" or "smartTag" => Of(e),
        "del" or "moveFrom" or "bookmarkStart" or "bookmarkEnd" or "proofErr" or "commentRangeStart" or "commentRangeEnd" or "ctrlPr" or "argPr" => "",
        _ when e.LocalName.EndsWith("Pr", StringComparison.Ordinal) => "",
        _ => throw new UnknownException(),
    };

    static string Run(OpenXmlElement run)
    {
        if (run.Elements().Any(c => c.LocalName is not ("t" or "rPr" or "br" or "lastRenderedPageBreak")))
        {
            throw new UnknownException();
        }
        var text = string.Concat(run.Elements().Where(c => c.LocalName == "t").Select(c => c.InnerText));
        var properties = run.Elements().FirstOrDefault(c => c.LocalName == "rPr");
        var isPlain = properties?.Elements().Any(c => c.LocalName == "nor" || (c.LocalName == "sty" && Value(c) == "p")) == true;
        return isPlain && text.Trim().Length > 1 && text.Any(char.IsLetter) ? Functions.Contains(text.Trim()) ? $"\\{text.Trim()} " : $"\\text{{{Escaped(text)}}}" : Letters(text);
    }

    // Words of other scripts stand in math as text.
    static string Letters(string text)
    {
        var latex = new StringBuilder();
        var word = new StringBuilder();
        void End()
        {
            latex.Append(word.Length == 0 ? "" : $"\\text{{{word}}}");
            word.Clear();
        }
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x0400 and < 0x0530)
            {
                word.Append(rune);
                continue;
            }
            End();
            latex.Append(rune.IsBmp && Signs.TryGetValue((char)rune.Value, out var sign) ? sign : rune.IsBmp ? rune.ToString() : rune.ToString().Normalize(NormalizationForm.FormKC));
        }
        End();
        return latex.ToString();
    }

    static string Escaped(string text) => string.Concat(text.Select(c => c switch { '\\' => "\\textbackslash ", '{' or '}' or '#' or '%' or '&' or '_' or '$' => $"\\{c}", '^' or '~' => " ", _ => c.ToString() }));

    static string Base(OpenXmlElement e) => $"{{{Of(Child(e, "e"))}}}";

    static string Fraction(OpenXmlElement e) => (Said(e, "type"), Of(Child(e, "num")), Of(Child(e, "den"))) switch
    {
        ("noBar", var top, var bottom) => $"{{{{{top}}} \\atop {{{bottom}}}}}",
        ("lin" or "skw", var top, var bottom) => $"{{{top}}}/{{{bottom}}}",
        (_, var top, var bottom) => $"\\frac{{{top}}}{{{bottom}}}",
    };

    static string Nary(OpenXmlElement e)
    {
        var sign = Operators.GetValueOrDefault(Chr(e, "∫")) ?? throw new UnknownException();
        var sub = Of(Child(e, "sub"));
        var sup = Of(Child(e, "sup"));
        return $"{sign}{(Said(e, "limLoc") == "undOvr" ? "\\limits" : "")}{(sub == "" ? "" : $"_{{{sub}}}")}{(sup == "" ? "" : $"^{{{sup}}}")}{{{Of(Child(e, "e"))}}}";
    }

    static string Delimited(OpenXmlElement e)
    {
        var properties = Child(e, "dPr");
        string Side(string name, string otherwise) => (properties?.Elements().FirstOrDefault(c => c.LocalName == name) is { } given ? Value(given) : otherwise) switch
        {
            "" or null => ".", "{" => "\\{", "}" => "\\}", "⟨" or "〈" => "\\langle", "⟩" or "〉" => "\\rangle", "|" or "∣" => "|", "‖" => "\\|", "⌈" => "\\lceil", "⌉" => "\\rceil", "⌊" => "\\lfloor", "⌋" => "\\rfloor",
            var side and ("(" or ")" or "[" or "]" or "/") => side, _ => throw new UnknownException(),
        };
        var between = properties?.Elements().FirstOrDefault(c => c.LocalName == "sepChr") is { } separator ? Letters(Value(separator) ?? "") : "|";
        return $"\\left{Side("begChr", "(")} {string.Join(between, e.Elements().Where(c => c.LocalName == "e").Select(Of))}\\right{Side("endChr", ")")} ";
    }

    static string Name(OpenXmlElement? name)
    {
        var plain = name?.InnerText.Trim() ?? "";
        return Functions.Contains(plain) ? $"\\{plain} " : name?.Elements().Any(c => c.LocalName is not "r") == true ? Of(name) : plain.Length > 0 ? $"\\operatorname{{{Escaped(plain)}}}" : "";
    }

    static OpenXmlElement? Child(OpenXmlElement e, string name) => e.Elements().FirstOrDefault(c => c.LocalName == name);

    static string? Said(OpenXmlElement e, string name) => e.Elements().Where(c => c.LocalName.EndsWith("Pr", StringComparison.Ordinal)).SelectMany(p => p.Elements()).FirstOrDefault(c => c.LocalName == name) is { } said ? Value(said) ?? "on" : null;

    static bool Is(OpenXmlElement e, string name) => Said(e, name) is { } said && said is not ("0" or "off" or "false");

    static string Chr(OpenXmlElement e, string otherwise) => e.Elements().Where(c => c.LocalName.EndsWith("Pr", StringComparison.Ordinal)).SelectMany(p => p.Elements()).FirstOrDefault(c => c.LocalName == "chr") is { } chr ? Value(chr) ?? otherwise : otherwise;

    static string? Value(OpenXmlElement e) => e.GetAttributes().Where(a => a.LocalName == "val").Select(a => a.Value).FirstOrDefault();
}
