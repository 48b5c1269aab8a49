using Alys.Content.Import;
using Alys.Content.Library;
using Alys.Content.Media;
using Alys.Content.Orders;
using Alys.Content.Packs;
using Alys.Content.Recordings;
using Alys.Content.Reviews;
using Alys.Content.Units;

namespace Alys.Content;

internal static class ContentSets
{
    extension(Db db)
    {
        public DbSet<Pack> Packs => db.Set<Pack>();
        public DbSet<Unit> Units => db.Set<Unit>();
        public DbSet<UnitVersion> UnitVersions => db.Set<UnitVersion>();
        public DbSet<VersionPage> VersionPages => db.Set<VersionPage>();
        public DbSet<UnitDraft> UnitDrafts => db.Set<UnitDraft>();
        public DbSet<Publication> Publications => db.Set<Publication>();
        public DbSet<StoredMedia> Media => db.Set<StoredMedia>();
        public DbSet<MediaRung> MediaRungs => db.Set<MediaRung>();
        public DbSet<MediaCaption> MediaCaptions => db.Set<MediaCaption>();
        public DbSet<Conversion> Conversions => db.Set<Conversion>();
        public DbSet<Review> Reviews => db.Set<Review>();
        public DbSet<ReviewStep> ReviewSteps => db.Set<ReviewStep>();
        public DbSet<ReviewComment> ReviewComments => db.Set<ReviewComment>();
        public DbSet<PackLook> PackLooks => db.Set<PackLook>();
        public DbSet<PackOrder> PackOrders => db.Set<PackOrder>();
        public DbSet<Resource> Resources => db.Set<Resource>();
        public DbSet<LessonImport> LessonImports => db.Set<LessonImport>();
    }
}
