namespace Alys.Content.Library;

/// <summary>Finds records and names their pages.</summary>
internal static class Resources
{
    public const string Start = "/content/library";

    extension(Db db)
    {
        public Task<Resource?> FindResource(int no, CancellationToken ct) => db.Resources.Include(r => r.Withdrawal).Include(r => r.Uses).FirstOrDefaultAsync(r => r.No == no, ct);
    }

    public static async Task<Resource> FoundResource(this Act act, int no) => await act.Db.FindResource(no, act.Ct) ?? throw new Refusal("content.refusal.no-resource");

    /// <summary>Records are the institution's.</summary>
    public static bool MayKeepRecords(this Reader reader) => reader.Everywhere(Rights.Library);

    /// <summary>What a subject uses, and its cards, may also be the matter of whoever keeps the library of that subject.</summary>
    public static bool MayKeepOf(this Reader reader, Guid subject) => reader.May(Rights.Library, new Scope(ScopeKinds.Subject, subject));

    public static string Url(string page, int no) => string.Create(CultureInfo.InvariantCulture, $"{Start}/{page}/{no}");

    public static IReadOnlyList<Crumb> Trail(this Texts t, params IEnumerable<Crumb> further) => Crumb.Trail([new Crumb(t["content.catalogue.title"], Start), .. further]);
}
