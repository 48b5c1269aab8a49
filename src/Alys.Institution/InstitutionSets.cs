namespace Alys.Institution;

internal static class InstitutionSets
{
    extension(Db db)
    {
        public DbSet<Organisation> Organisations => db.Set<Organisation>();
        public DbSet<Unit> Units => db.Set<Unit>();
        public DbSet<Period> Periods => db.Set<Period>();
        public DbSet<CalendarDay> CalendarDays => db.Set<CalendarDay>();
    }
}
