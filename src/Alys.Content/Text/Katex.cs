using System.Text.RegularExpressions;
using Jint;
using Jint.Runtime;

namespace Alys.Content.Text;

internal sealed class FormulaException(string? macro) : Exception
{
    /// <summary>The command that is not known, or null when the formula is wrong in another way.</summary>
    public string? Macro { get; } = macro;
}

/// <summary>KaTeX, run by Jint: one engine at a time, given up to the collector between saves since it holds tens of megabytes.</summary>
internal static partial class Katex
{
    private const int MaxLength = 4000;

    private static readonly Lock One = new();
    private static readonly WeakReference<Engine> Kept = new(null!);

    public static string ToMathML(string tex, bool display)
    {
        if (tex.Length is 0 or > MaxLength)
        {
            throw new FormulaException(null);
        }
        lock (One)
        {
            var engine = Take();
            try
            {
                engine.SetValue("tex", tex).SetValue("block", display);
                return engine.Evaluate("katex.renderToString(tex, {output:'mathml',displayMode:block,throwOnError:true,trust:false,maxExpand:500,maxSize:20,strict:'ignore'})").AsString();
            }
            catch (JavaScriptException wrong)
            {
                throw new FormulaException(UndefinedCommand().Match(wrong.Message) is { Success: true } unknown ? unknown.Groups[1].Value : null);
            }
            catch (Exception wrong) when (wrong is JintException or TimeoutException or InsufficientExecutionStackException)
            {
                // Too long, too deep or too large: the engine may be left in the middle, so it isn't used again.
                Kept.SetTarget(null!);
                throw new FormulaException(null);
            }
        }
    }

    private static Engine Take()
    {
        if (Kept.TryGetTarget(out var engine))
        {
            return engine;
        }
        // By the wall clock: on a busy machine loading the script alone may take seconds.
        engine = new Engine(o => o.TimeoutInterval(TimeSpan.FromSeconds(20)).LimitRecursion(400).LimitMemory(256_000_000));
        using var stream = typeof(Katex).Assembly.GetManifestResourceStream("katex.min.js") ?? throw new InvalidOperationException("The build has lost katex.min.js.");
        using var reader = new StreamReader(stream);
        engine.Execute(reader.ReadToEnd());
        Kept.SetTarget(engine);
        return engine;
    }

    [GeneratedRegex(@"Undefined control sequence: (\\[^\s]+)", RegexOptions.CultureInvariant)]
    private static partial Regex UndefinedCommand();
}
