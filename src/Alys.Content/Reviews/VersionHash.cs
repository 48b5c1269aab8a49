using System.Security.Cryptography;
using System.Text.Json;
using Alys.Content.Units;

namespace Alys.Content.Reviews;

internal static class VersionHash
{
    /// <summary>SHA-256 over all that learners get of a version, and the source that it was made from, as they stand in the database now.</summary>
    public static async Task<string> Of(Db db, Guid versionId, CancellationToken ct)
    {
        var version = await db.UnitVersions.AsNoTracking().FirstAsync(v => v.Id == versionId, ct);
        var pages = await db.VersionPages.AsNoTracking().Where(p => p.VersionId == versionId).OrderBy(p => p.Number).Select(p => p.Html).ToListAsync(ct);
        var said = JsonSerializer.SerializeToUtf8Bytes(new
        {
            version.UnitId, version.Number, version.Kind, version.Title, version.TopicId, version.Form, version.Source,
            version.MaxPoints, version.AnswerByText, version.AnswerByFiles, version.MediaId, version.TestId, pages,
        });
        return Convert.ToHexStringLower(SHA256.HashData(said));
    }
}
