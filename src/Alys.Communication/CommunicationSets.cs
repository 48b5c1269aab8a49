using Alys.Communication.Consultations;
using Alys.Communication.Forum;

namespace Alys.Communication;

internal static class CommunicationSets
{
    extension(Db db)
    {
        public DbSet<ForumThread> Threads => db.Set<ForumThread>();
        public DbSet<Post> Posts => db.Set<Post>();
        public DbSet<PostVersion> PostVersions => db.Set<PostVersion>();
        public DbSet<ReadMark> ReadMarks => db.Set<ReadMark>();
        public DbSet<Consultation> Consultations => db.Set<Consultation>();
        public DbSet<ConsultationMessage> ConsultationMessages => db.Set<ConsultationMessage>();
        public DbSet<Notice> Notices => db.Set<Notice>();
    }
}
