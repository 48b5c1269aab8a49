namespace Alys.Documents;

internal static class DocumentSets
{
    extension(Db db)
    {
        public DbSet<Document> Documents => db.Set<Document>();
        public DbSet<DocumentVersion> DocumentVersions => db.Set<DocumentVersion>();
        public DbSet<NumberingRule> NumberingRules => db.Set<NumberingRule>();
    }
}
