using Alys.Learning.Deliveries;
using Alys.Learning.DueDays;
using Alys.Learning.Openings;
using Alys.Learning.Submissions;

namespace Alys.Learning;

internal static class LearningSets
{
    extension(Db db)
    {
        public DbSet<DueDay> DueDays => db.Set<DueDay>();
        public DbSet<Opening> Openings => db.Set<Opening>();
        public DbSet<Delivery> Deliveries => db.Set<Delivery>();
        public DbSet<Submission> Submissions => db.Set<Submission>();
        public DbSet<SubmissionVersion> SubmissionVersions => db.Set<SubmissionVersion>();
        public DbSet<SubmissionFile> SubmissionFiles => db.Set<SubmissionFile>();
        public DbSet<Review> Reviews => db.Set<Review>();
        public DbSet<Draft> Drafts => db.Set<Draft>();
        public DbSet<DraftFile> DraftFiles => db.Set<DraftFile>();
    }
}
