using System.Reflection;

namespace Alys.Tests.Architecture;

/// <summary>
/// The public API of each module is a text beside its project, so that a change of it is seen in review.
/// Run with ALYS_APPROVE=1 to accept a change.
/// </summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Modules => [.. Repository.Projects()
        .Where(x => x != "Alys.Web" && !x.StartsWith("Alys.Migrations.", StringComparison.Ordinal))
        .Where(x => File.Exists(Path.Combine(AppContext.BaseDirectory, x + ".dll")))];

    [Theory, MemberData(nameof(Modules))]
    public void ThePublicApiIsTheApprovedOne(string module)
    {
        var printed = PublicApi.Print(Assembly.Load(module));
        Repository.IsUpToDate(Repository.PathTo("src", module, "PublicApi.approved.txt"), printed);
    }
}
