using Microsoft.AspNetCore.Mvc.Rendering;

namespace Alys.Content.Media;

/// <summary>The terms on which a file may be used: identifiers of the SPDX list for the open licences, and references of our own for the rest.</summary>
internal static class Licences
{
    /// <summary>All rights are reserved; the holder has allowed the use.</summary>
    public const string Reserved = "LicenseRef-all-rights-reserved";

    /// <summary>Bought or allowed by a contract, whose number is given.</summary>
    public const string Contract = "LicenseRef-contract";

    public const string PublicDomain = "LicenseRef-public-domain";

    private static readonly string[] Open =
    [
        "CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-4.0", "CC-BY-NC-ND-4.0",
        "CC-BY-3.0", "CC-BY-SA-3.0", "CC-BY-NC-3.0", "CC-BY-NC-SA-3.0", "CC-BY-ND-3.0", "CC-BY-NC-ND-3.0",
    ];

    public static IReadOnlyList<string> All { get; } = [.. Open, PublicDomain, Reserved, Contract];

    public static IEnumerable<SelectListItem> Choices(Texts t) => [new SelectListItem("—", ""), .. All.Select(l => new SelectListItem(Name(t, l), l))];

    /// <summary>«CC BY-SA 4.0», or the words of what has no short name.</summary>
    public static string Name(Texts t, string code) => code switch
    {
        "" => "",
        Reserved => t["content.licence.reserved"],
        Contract => t["content.licence.contract"],
        PublicDomain => t["content.licence.public-domain"],
        "CC0-1.0" => "CC0 1.0",
        _ => string.Concat(code[..2], " ", code[3..^4], " ", code[^3..]),
    };
}
