namespace Alys.Grading;

/// <summary>The scales an institution begins with: the one before and the one since the academic year 2018/19. It may edit them.</summary>
internal static class StandardScales
{
    public static IReadOnlyList<GradeScale> All { get; } = Read();

    private static IReadOnlyList<GradeScale> Read()
    {
        using var stream = typeof(StandardScales).Assembly.GetManifestResourceStream("scales.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.TrimEnd('\r').Split('\t'))
            .GroupBy(cells => DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Select(scale => new GradeScale(scale.Key, scale.Select(cells => new ScaleRow(
                cells[1],
                decimal.Parse(cells[2], CultureInfo.InvariantCulture),
                int.Parse(cells[3], CultureInfo.InvariantCulture),
                Enum.Parse<TraditionalMark>(cells[4], ignoreCase: true)))))
            .OrderBy(s => s.From)];
    }
}
