namespace Alys.Curriculum;

internal static class CurriculumSets
{
    extension(Db db)
    {
        public DbSet<Programme> Programmes => db.Set<Programme>();
        public DbSet<Subject> Subjects => db.Set<Subject>();
        public DbSet<Syllabus> Syllabi => db.Set<Syllabus>();
    }
}
