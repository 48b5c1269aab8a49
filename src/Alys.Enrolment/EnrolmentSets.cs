namespace Alys.Enrolment;

internal static class EnrolmentSets
{
    extension(Db db)
    {
        public DbSet<Group> Groups => db.Set<Group>();
        public DbSet<Membership> Memberships => db.Set<Membership>();
        public DbSet<Movement> Movements => db.Set<Movement>();
        public DbSet<Course> Courses => db.Set<Course>();
    }
}
