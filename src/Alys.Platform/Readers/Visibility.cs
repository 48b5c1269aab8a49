using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace Alys.Platform;

/// <summary>A named rule of sight: whose rows a reader sees by it. Its sentence is the text <c>rule.{Name}</c>.</summary>
/// <param name="Name">For example <c>assessment.attempt.own</c>.</param>
/// <param name="When">The rows, or null where the rule does not apply to this reader.</param>
public sealed record Rule<T>(string Name, Func<Reader, Expression<Func<T, bool>>?> When);

/// <summary>All rules by which an entity is seen. The same rules filter rows, answer "may she?" and name why.</summary>
public sealed class Visibility<T>(params Rule<T>[] rules)
{
    public IReadOnlyList<Rule<T>> Rules { get; } = rules;

    internal IQueryable<T> Filter(IQueryable<T> rows, Reader reader)
    {
        if (reader.IsSystem) return rows;
        Expression? any = null;
        var row = Expression.Parameter(typeof(T), "row");
        foreach (var rule in Rules)
        {
            var when = rule.When(reader);
            if (when is null) continue;
            var body = new Replace(when.Parameters[0], row).Visit(when.Body);
            any = any is null ? body : Expression.OrElse(any, body);
        }
        return any is null ? rows.Where(_ => false) : rows.Where(Expression.Lambda<Func<T, bool>>(any, row));
    }

    /// <summary>Whether the reader sees a row that is in memory; by the same rules as the filter. (Its rules look into lists: <c>Contains</c> of an array is one of spans, which an interpreted expression cannot hold.)</summary>
    public bool Sees(T row, Reader reader) => reader.IsSystem || _sees.GetValue(reader, Compile)(row);

    private readonly ConditionalWeakTable<Reader, Func<T, bool>> _sees = [];

    private Func<T, bool> Compile(Reader reader)
    {
        var rules = Rules.Select(r => r.When(reader)).OfType<Expression<Func<T, bool>>>().Select(e => e.Compile(preferInterpretation: true)).ToArray();
        return row => rules.Any(rule => rule(row));
    }

    /// <summary>The names of the rules by which this reader sees the one row that <paramref name="one"/> selects.</summary>
    public async Task<IReadOnlyList<string>> Why(IQueryable<T> one, Reader reader, CancellationToken ct)
    {
        var names = new List<string>();
        foreach (var rule in Rules)
        {
            if (rule.When(reader) is { } when && await one.Where(when).AnyAsync(ct)) names.Add(rule.Name);
        }
        return names;
    }

    private sealed class Replace(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

public static class VisibilityExtensions
{
    /// <summary>Only the rows that the reader may see; what she may not see does not exist for her.</summary>
    public static IQueryable<T> VisibleTo<T>(this IQueryable<T> rows, Reader reader, Visibility<T> visibility) => visibility.Filter(rows, reader);
}
