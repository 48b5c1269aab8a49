using Alys.Curriculum;

namespace Alys.Content;

internal static class CurriculumNames
{
    public static LocalText Name(this SubjectRow subject) => new(subject.NameKk, subject.NameRu, subject.NameEn);

    public static LocalText Title(this TopicRow topic) => new(topic.TitleKk, topic.TitleRu, topic.TitleEn);
}
