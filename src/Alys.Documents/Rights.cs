namespace Alys.Documents;

internal static class Rights
{
    public const string See = "documents.see";
    public const string Annul = "documents.annul";
    public const string Numbering = "documents.numbering";
}
