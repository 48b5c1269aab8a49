namespace Alys.Documents;

/// <summary>Options of the documents.</summary>
internal sealed class DocumentsOptions
{
    [Setting("Address of the portal as it is printed on documents and in their QR codes.")]
    public string PublicAddress { get; set; } = "https://localhost:8443";
}
