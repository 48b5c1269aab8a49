namespace Alys.Platform;

/// <summary>One sentence about an option, printed by <c>bin/alys settings</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute(string sentence) : Attribute
{
    public string Sentence { get; } = sentence;
}

/// <summary>Options of the platform. Each comes from a file (alys.json), the environment (ALYS_DATA …) or the command line (--data …).</summary>
public sealed class PlatformOptions
{
    [Setting("PostgreSQL connection string (Host=…;Database=…); empty: the embedded SQLite database in the data folder.")]
    public string Database { get; set; } = "";

    [Setting("Folder of the embedded database, the files and the first-start certificate.")]
    public string Data { get; set; } = "data";

    [Setting("Port of https on all addresses.")]
    public int HttpsPort { get; set; } = 8443;

    [Setting("Port of http, on loopback only.")]
    public int HttpPort { get; set; } = 8080;

    [Setting("Serve https on loopback only.")]
    public bool LoopbackOnly { get; set; }

    [Setting("PFX or PEM file of the server certificate; empty: one made at first start.")]
    public string Certificate { get; set; } = "";

    [Setting("Password of the certificate file.")]
    public string CertificatePassword { get; set; } = "";

    [Setting("Host names that the first-start certificate bears, separated by commas.")]
    public string HostNames { get; set; } = "localhost";

    [Setting("Load the believable institution into an empty database and show its accounts on the sign-in page.")]
    public bool Demo { get; set; }

    [Setting("Folder of the believable institution's texts.")]
    public string World { get; set; } = "world";

    [Setting("Name of this site in the journal; each study centre's server has its own.")]
    public string Site { get; set; } = "base";

    [Setting("Largest upload in megabytes.")]
    public int UploadMegabytes { get; set; } = 100;

    [Setting("Days for which the outcome of a post is remembered, so that its repetition is answered and not done twice.")]
    public int OutcomeDays { get; set; } = 7;

    [Setting("Requests of one address in ten seconds before it is asked to wait; 0: no limit.")]
    public int RequestsPerTenSeconds { get; set; } = 600;

    [Setting("Sign-in attempts of one address in a minute before it is asked to wait.")]
    public int SignInsPerMinute { get; set; } = 30;

    [Setting("Add SQL statement counts to answers and serve the bare endpoint that bin/bench compares with; never in production.")]
    public bool Bench { get; set; }

    internal bool IsPostgres => Database.Length > 0;
    internal string FilesFolder => Path.Combine(Data, "files");
}
