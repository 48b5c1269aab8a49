namespace Alys.Grading;

internal static class GradingSets
{
    extension(Db db)
    {
        public DbSet<ControlPlan> ControlPlans => db.Set<ControlPlan>();
        public DbSet<ControlEvent> ControlEvents => db.Set<ControlEvent>();
        public DbSet<GradeEntry> GradeEntries => db.Set<GradeEntry>();
        public DbSet<GradeSheet> GradeSheets => db.Set<GradeSheet>();
        public DbSet<ScaleVersion> ScaleVersions => db.Set<ScaleVersion>();
    }
}
