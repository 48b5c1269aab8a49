using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Alys.Assessment.Statistics;

/// <summary>The figures of the items as a table for a spreadsheet: separator and decimals as spreadsheets of the reader's language expect them.</summary>
[Needs(Rights.Watch, Rights.EditBank)]
internal sealed class CsvModel : StatisticsPage
{
    public async Task<IActionResult> OnGet(string? s, int? t)
    {
        if (!await Find(s, t)) return NotFound();
        await Reckon();
        using var stream = new MemoryStream();
        await using (var text = new StreamWriter(stream, new UTF8Encoding(true), leaveOpen: true))
        await using (var csv = new CsvWriter(text, new CsvConfiguration(T.Culture) { Delimiter = T.Language == "en" ? "," : ";", InjectionOptions = InjectionOptions.Escape }))
        {
            string[] heads = ["number", "bank.versions", "import.object", "statistics.answers", "statistics.facility-percent", "statistics.deviation-percent", "statistics.correlation", "statistics.discrimination", "statistics.time-seconds", "statistics.remarks"];
            foreach (var head in heads) csv.WriteField(T["assessment." + head]);
            await csv.NextRecordAsync();
            foreach (var item in Items)
            {
                var f = item.Figures;
                csv.WriteField(item.No);
                csv.WriteField(item.Version);
                csv.WriteField(item.Title);
                csv.WriteField(f.Answers);
                foreach (var number in new[] { 100 * f.Facility, 100 * f.Deviation, f.Correlation, f.Discrimination, f.Seconds }) csv.WriteField(number is { } n ? n.ToString("0.####", T.Culture) : "", shouldQuote: false);
                csv.WriteField(string.Join("; ", f.Says().Select(w => T["assessment.statistics.says." + w])));
                await csv.NextRecordAsync();
            }
        }
        return File(stream.ToArray(), "text/csv; charset=utf-8", "items.csv");
    }
}
