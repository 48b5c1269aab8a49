using Alys.Assessment.Attempts;
using Alys.Assessment.Bank;
using Alys.Assessment.Marking;
using Alys.Assessment.Overrides;
using Alys.Assessment.Regrades;
using Alys.Assessment.Sittings;
using Alys.Assessment.Tests;

namespace Alys.Assessment;

internal static class AssessmentSets
{
    extension(Db db)
    {
        public DbSet<Item> Items => db.Set<Item>();
        public DbSet<ItemTag> ItemTags => db.Set<ItemTag>();
        public DbSet<ItemVersion> ItemVersions => db.Set<ItemVersion>();
        public DbSet<BankImport> BankImports => db.Set<BankImport>();
        public DbSet<Test> Tests => db.Set<Test>();
        public DbSet<Sitting> Sittings => db.Set<Sitting>();
        public DbSet<ExtraTime> ExtraTimes => db.Set<ExtraTime>();
        public DbSet<Override> Overrides => db.Set<Override>();
        public DbSet<Attempt> Attempts => db.Set<Attempt>();
        public DbSet<AttemptItem> AttemptItems => db.Set<AttemptItem>();
        public DbSet<Answer> Answers => db.Set<Answer>();
        public DbSet<Regrade> Regrades => db.Set<Regrade>();
        public DbSet<RegradeLine> RegradeLines => db.Set<RegradeLine>();
        public DbSet<Mark> Marks => db.Set<Mark>();
    }
}
