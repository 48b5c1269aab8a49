namespace Alys.Access;

internal static class AccessSets
{
    extension(Db db)
    {
        public DbSet<Person> People => db.Set<Person>();
        public DbSet<Account> Accounts => db.Set<Account>();
    }
}
