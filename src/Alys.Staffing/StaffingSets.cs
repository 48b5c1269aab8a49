namespace Alys.Staffing;

internal static class StaffingSets
{
    extension(Db db)
    {
        public DbSet<Assignment> Assignments => db.Set<Assignment>();
        public DbSet<Author> Authors => db.Set<Author>();
    }
}
