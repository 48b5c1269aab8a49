namespace Alys.Assessment.Scoring;

/// <summary>
/// A formula over wild cards: numbers, <c>{a}</c>, + − * / % ^ **, brackets and the functions below (docs.moodle.org, "Calculated question type").
/// It is read once and can do nothing but reckon: no names but these, no loops, a bounded depth.
/// </summary>
internal sealed class Formula
{
    public const int MaxLength = 1000;
    private const int MaxDepth = 60;

    private static readonly Dictionary<string, (int Least, int Most, Func<double[], double> Do)> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["abs"] = (1, 1, a => Math.Abs(a[0])), ["acos"] = (1, 1, a => Math.Acos(a[0])), ["acosh"] = (1, 1, a => Math.Acosh(a[0])), ["asin"] = (1, 1, a => Math.Asin(a[0])),
        ["asinh"] = (1, 1, a => Math.Asinh(a[0])), ["atan"] = (1, 1, a => Math.Atan(a[0])), ["atan2"] = (2, 2, a => Math.Atan2(a[0], a[1])), ["atanh"] = (1, 1, a => Math.Atanh(a[0])),
        ["ceil"] = (1, 1, a => Math.Ceiling(a[0])), ["cos"] = (1, 1, a => Math.Cos(a[0])), ["cosh"] = (1, 1, a => Math.Cosh(a[0])), ["deg2rad"] = (1, 1, a => a[0] * Math.PI / 180),
        ["exp"] = (1, 1, a => Math.Exp(a[0])), ["expm1"] = (1, 1, a => Math.Exp(a[0]) - 1), ["floor"] = (1, 1, a => Math.Floor(a[0])), ["fmod"] = (2, 2, a => a[0] % a[1]),
        ["log"] = (1, 2, a => a.Length == 1 ? Math.Log(a[0]) : Math.Log(a[0], a[1])), ["log10"] = (1, 1, a => Math.Log10(a[0])), ["log1p"] = (1, 1, a => Math.Log(1 + a[0])),
        ["max"] = (1, 20, a => a.Max()), ["min"] = (1, 20, a => a.Min()), ["pi"] = (0, 0, _ => Math.PI), ["pow"] = (2, 2, a => Math.Pow(a[0], a[1])), ["rad2deg"] = (1, 1, a => a[0] * 180 / Math.PI),
        ["round"] = (1, 2, a => Rounded(a[0], a.Length == 1 ? 0 : a[1])), ["sin"] = (1, 1, a => Math.Sin(a[0])), ["sinh"] = (1, 1, a => Math.Sinh(a[0])), ["sqrt"] = (1, 1, a => Math.Sqrt(a[0])),
        ["tan"] = (1, 1, a => Math.Tan(a[0])), ["tanh"] = (1, 1, a => Math.Tanh(a[0])),
    };

    private readonly string _text;
    private readonly IReadOnlyList<string> _names;
    private readonly Func<double[], double> _value;
    private int _at, _depth;

    private Formula(string text, IReadOnlyList<string> names)
    {
        (_text, _names) = (text, names);
        _value = Sum();
        Skip();
        if (_at < _text.Length) throw new FormatException();
    }

    /// <returns>Null when it is no formula over these names.</returns>
    public static Formula? Read(string text, IReadOnlyList<string> names)
    {
        if (text.Length > MaxLength) return null;
        try
        {
            return new Formula(text, names);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Not finite where the formula has no value there, as 1 ⁄ 0.</summary>
    /// <param name="values">In the order of the names.</param>
    public double Of(double[] values) => _value(values);

    private Func<double[], double> Sum()
    {
        if (++_depth > MaxDepth) throw new FormatException();
        var left = Product();
        while (Take("+-") is { } sign)
        {
            var (first, second) = (left, Product());
            left = sign == '+' ? v => first(v) + second(v) : v => first(v) - second(v);
        }
        _depth--;
        return left;
    }

    private Func<double[], double> Product()
    {
        var left = Signed();
        while (!IsNext("**") && Take("*/%") is { } sign)
        {
            var (first, second) = (left, Signed());
            left = sign switch { '*' => v => first(v) * second(v), '/' => v => first(v) / second(v), _ => v => first(v) % second(v) };
        }
        return left;
    }

    // −2² is −4, 2^−2 is a quarter, 2^3^2 is 2^9.
    private Func<double[], double> Signed()
    {
        if (++_depth > MaxDepth) throw new FormatException();
        var sign = Take("+-");
        var inner = sign is null ? Power() : Signed();
        _depth--;
        return sign == '-' ? v => -inner(v) : inner;
    }

    private Func<double[], double> Power()
    {
        var left = Atom();
        if (Take("^") is null)
        {
            if (!IsNext("**")) return left;
            _at += 2;
        }
        var right = Signed();
        return v => Math.Pow(left(v), right(v));
    }

    private Func<double[], double> Atom()
    {
        Skip();
        if (_at == _text.Length) throw new FormatException();
        var c = _text[_at];
        if (c == '(') return Within('(', ')');
        if (c == '{') return WildCard();
        return char.IsAsciiDigit(c) || c == '.' ? Number() : char.IsAsciiLetter(c) ? Call() : throw new FormatException();
    }

    private Func<double[], double> Within(char open, char close)
    {
        Expect(open);
        var inner = Sum();
        Expect(close);
        return inner;
    }

    private Func<double[], double> WildCard()
    {
        var end = _text.IndexOf('}', _at);
        var place = end < 0 ? -1 : _names.Index().Where(n => n.Item == _text[(_at + 1)..end].Trim()).Select(n => n.Index).DefaultIfEmpty(-1).First();
        if (place < 0) throw new FormatException();
        _at = end + 1;
        return v => v[place];
    }

    private Func<double[], double> Number()
    {
        var from = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.')) _at++;
        if (_at + 1 < _text.Length && _text[_at] is 'e' or 'E' && (char.IsAsciiDigit(_text[_at + 1]) || (_text[_at + 1] is '+' or '-' && _at + 2 < _text.Length && char.IsAsciiDigit(_text[_at + 2]))))
        {
            _at += 2;
            while (_at < _text.Length && char.IsAsciiDigit(_text[_at])) _at++;
        }
        return double.TryParse(_text.AsSpan(from, _at - from), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? _ => value : throw new FormatException();
    }

    private Func<double[], double> Call()
    {
        var from = _at;
        while (_at < _text.Length && char.IsAsciiLetterOrDigit(_text[_at])) _at++;
        if (!Functions.TryGetValue(_text[from.._at], out var function)) throw new FormatException();
        var arguments = new List<Func<double[], double>>();
        Expect('(');
        if (Take(")") is null)
        {
            do arguments.Add(Sum()); while (Take(",") is not null);
            Expect(')');
        }
        if (arguments.Count < function.Least || arguments.Count > function.Most) throw new FormatException();
        return v => function.Do([.. arguments.Select(a => a(v))]);
    }

    private static double Rounded(double value, double places) => places is >= 0 and <= 15 ? Math.Round(value, (int)places, MidpointRounding.AwayFromZero) : value;

    private char? Take(string signs)
    {
        Skip();
        if (_at == _text.Length || !signs.Contains(_text[_at])) return null;
        return _text[_at++];
    }

    private bool IsNext(string sign)
    {
        Skip();
        return string.CompareOrdinal(_text, _at, sign, 0, sign.Length) == 0;
    }

    private void Expect(char sign)
    {
        if (Take(sign.ToString()) is null) throw new FormatException();
    }

    private void Skip()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
    }
}
