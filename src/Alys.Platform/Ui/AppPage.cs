using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.Platform;

/// <summary>Base of every page: who reads, in which language, when, on which database; and how a deed is done.</summary>
public abstract class AppPage : PageModel
{
    private Db? _db;
    private DateTime? _now;

    public Db Db => _db ??= HttpContext.RequestServices.GetRequiredService<Db>();
    public Reader Reader => HttpContext.Reader();
    public Texts T => HttpContext.Texts();
    /// <summary>One instant for the whole request, UTC.</summary>
    public DateTime Now => _now ??= UtcMicroseconds.ToStore(Service<TimeProvider>().GetUtcNow().UtcDateTime);
    public CancellationToken Ct => HttpContext.RequestAborted;

    protected T Service<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();

    /// <summary>
    /// Does a deed in one act. A post that was already done (same idempotency key and body) gets the earlier answer and does nothing.
    /// On a refusal nothing is kept and the form is shown again, still filled, with status 422.
    /// </summary>
    /// <param name="deed">Find, do, and say where to go (usually <see cref="Done"/>).</param>
    /// <param name="show">Loads what the page shows and returns it; usually the page's OnGet.</param>
    protected async Task<IActionResult> Act(Func<Act, Task<IActionResult>> deed, Func<Task<IActionResult>> show)
    {
        if (!ModelState.IsValid) return await Again(show, StatusCodes.Status422UnprocessableEntity);
        var form = Request.HasFormContentType ? await Request.ReadFormAsync(Ct) : null;
        var key = form?["_key"].ToString() is { Length: > 0 and <= 40 } given ? given : null;
        var hash = key is null ? "" : Outcome.HashOf(form!, Request.Path + Request.QueryString);
        try
        {
            return await Service<Acts>().RunOn(Db, Reader, HttpContext.From(), async act =>
            {
                if (key is not null && await Db.Set<Outcome>().AsNoTracking().FirstOrDefaultAsync(o => o.Key == key, Ct) is { } earlier)
                {
                    if (earlier.BodyHash != hash || earlier.PersonId != Reader.PersonId) throw new Refusal("platform.refusal.form-used");
                    return SeeOther(earlier.Url);
                }
                var result = await deed(act);
                if (key is not null && result is SeeOtherResult going) Db.Add(new Outcome { Key = key, PersonId = Reader.PersonId, BodyHash = hash, Url = going.Url, At = act.Now });
                return result;
            }, Ct);
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(refusal.Field ?? "", T.Of(refusal));
            return await Again(show, refusal.Status);
        }
    }

    /// <summary>Goes to the address with 303; a text key, if given, is shown there once as a status message.</summary>
    protected IActionResult Done(string url, string? textKey = null)
    {
        if (textKey is not null) Response.Cookies.Append(FlashMessage.Cookie, textKey, new() { HttpOnly = true, Secure = Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromMinutes(1) });
        return SeeOther(url);
    }

    private static SeeOtherResult SeeOther(string url) => new(url);

    private async Task<IActionResult> Again(Func<Task<IActionResult>> show, int status)
    {
        var result = await show();
        if (result is PageResult) Response.StatusCode = status;
        return result;
    }
}

/// <summary>303 See Other to a path of this site.</summary>
internal sealed class SeeOtherResult(string url) : IActionResult
{
    public string Url { get; } = url;

    public Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = Url;
        return Task.CompletedTask;
    }
}
