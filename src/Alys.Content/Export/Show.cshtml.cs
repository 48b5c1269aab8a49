using Alys.Assessment;
using Alys.Content.Packs;

namespace Alys.Content.Export;

/// <summary>What a package for other systems would hold and what the format cannot say; the post sends it.</summary>
[Needs(Rights.Write)]
internal sealed class ShowModel : PackPage
{
    public PackExport Export { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!await FindPack()) return NotFound();
        Export = await Make();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await FindPack()) return NotFound();
        Export = await Make();
        // The journal first: questions with their answers leave the institution. What is sent then holds up nobody.
        var result = await Act(act =>
        {
            act.Wrote("content.pack.exported", Pack, Pack.Scope, after: new { Pack.No, Export.Units, Export.Questions, Export.Tests, media = Export.Media.Count });
            return Task.FromResult<IActionResult>(new EmptyResult());
        }, OnGet);
        return result is EmptyResult ? new Sent(Export, Service<Files>(), $"pack-{Pack.No}-{Pack.Language}.imscc") : result;
    }

    private async Task<PackExport> Make() => await PackExport.Make(Db, HttpContext.RequestServices, Pack, await PackageQuestions.May(Db, Reader, Pack.SubjectId, Ct), Ct);

    private sealed class Sent(PackExport export, Files files, string name) : IActionResult
    {
        public async Task ExecuteResultAsync(ActionContext context)
        {
            var response = context.HttpContext.Response;
            response.ContentType = "application/zip";
            response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
            response.Headers.CacheControl = "no-store";
            // Closing an entry writes a few bytes in one go, which the body itself refuses and its writer takes.
            await using var body = response.BodyWriter.AsStream(leaveOpen: true);
            await export.Write(body, files, context.HttpContext.RequestAborted);
        }
    }
}
