using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Alys.Platform;

/// <summary>Puts the program together from its modules and starts it.</summary>
public static class AlysApp
{
    /// <summary>Builds the web application; nothing is opened or written yet.</summary>
    /// <param name="args">Command line: options as <c>--data=…</c>.</param>
    /// <param name="modules">The modules, lowest layer first.</param>
    /// <param name="more">Last word on the builder, for tests.</param>
    public static WebApplication Build(string[] args, IReadOnlyList<Module> modules, Action<WebApplicationBuilder>? more = null)
    {
        var list = new ModuleList([new PlatformModule(), .. modules]);
        var assemblies = list.All.Select(m => m.GetType().Assembly).Distinct().ToArray();
        Db.ModuleAssemblies = assemblies;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

        var configuration = AlysConfiguration.Read(args);
        var options = (PlatformOptions)AlysConfiguration.Bind(configuration, typeof(PlatformOptions), null);
        options.Data = Path.GetFullPath(options.Data);

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddSimpleConsole(c => c.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => Ports.Configure(kestrel, options));
        AddPlatform(builder.Services, list, assemblies, options);
        foreach (var module in list.All)
        {
            foreach (var type in module.Options.Where(t => t != typeof(PlatformOptions))) builder.Services.AddSingleton(type, AlysConfiguration.Bind(configuration, type, module.Name));
            module.AddServices(builder.Services, configuration);
        }
        JobTimetable.Add(builder.Services, list, options);
        more?.Invoke(builder);

        var app = builder.Build();
        // The model takes about as long as the pages do: both at once.
        _ = Task.Run(async () =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            return scope.ServiceProvider.GetRequiredService<Db>().Model;
        });
        Pipeline(app, list, options);
        Guards.CheckAll(assemblies, ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints), list);
        return app;
    }

    /// <summary>Brings the schema up to date, starts the modules and, where asked, loads the believable institution.</summary>
    public static async Task Prepare(WebApplication app, bool fromModel = false, CancellationToken ct = default)
    {
        var services = app.Services;
        var options = services.GetRequiredService<PlatformOptions>();
        await services.GetRequiredService<StorageEngine>().EnsureDatabase(ct);
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            if (fromModel) await db.Database.EnsureCreatedAsync(ct);
            else await db.Database.MigrateAsync(ct);
        }
        var modules = services.GetRequiredService<ModuleList>();
        foreach (var module in modules.All)
        {
            await using var scope = services.CreateAsyncScope();
            await module.Start(scope.ServiceProvider, ct);
        }
        if (!options.Demo || services.GetRequiredService<Founding>().IsDone) return;
        await using var loading = services.CreateAsyncScope();
        var demo = new Demo(Path.GetFullPath(options.World), services.GetRequiredService<Acts>(), loading.ServiceProvider);
        foreach (var module in modules.All) await module.LoadDemo(demo, ct);
        services.GetRequiredService<Founding>().IsDone = true;
    }

    /// <summary>Every option of every module, for <c>bin/alys settings</c>.</summary>
    public static IEnumerable<string> Settings(string[] args, IReadOnlyList<Module> modules) =>
        AlysConfiguration.Describe(AlysConfiguration.Read(args), new (Type, string?)[] { (typeof(PlatformOptions), null) }.Concat(modules.SelectMany(m => m.Options.Select(o => (o, (string?)m.Name)))));

    private static void AddPlatform(IServiceCollection services, ModuleList modules, Assembly[] assemblies, PlatformOptions options)
    {
        services.AddSingleton(options).AddSingleton(modules).AddSingleton(new TextTable([typeof(Formats.Problem).Assembly, .. assemblies])).AddSingleton(new Assets(assemblies));
        services.AddSingleton(TimeProvider.System).AddSingleton<Pulses>().AddSingleton<Founding>().AddSingleton<ModuleMenu>();
        var engine = StorageEngine.For(options);
        // By factory, so that the container closes its connections at the end.
        services.AddSingleton(_ => engine).AddSingleton<Gate>();
        services.AddSingleton(s => new Acts(s, s.GetRequiredService<Gate>(), engine, s.GetRequiredService<Pulses>(), s.GetRequiredService<TimeProvider>(), options));
        services.AddSingleton(new JournalReader(engine)).AddSingleton(_ => new Files(options));
        services.AddSingleton(s => new Lane(engine, s.GetRequiredService<Gate>(), s.GetRequiredService<Pulses>(), options));
        services.AddHostedService(s => s.GetRequiredService<Lane>());
        if (engine is PostgresEngine postgres) services.AddSingleton(postgres).AddHostedService<PulseRelay>();
        var listeners = new Listeners();
        foreach (var module in modules.All) module.Listen(listeners);
        services.AddSingleton(listeners).AddHostedService<ListenerService>();
        services.AddDbContextPool<Db>(db =>
        {
            engine.Configure(db);
            if (options.Bench) db.AddInterceptors(new StatementCount());
        }, poolSize: 64);
        services.AddScoped(s => Request(s).Texts()).AddScoped(s => Request(s).Reader());
        services.AddScoped(s => new ViewHelp(Request(s), s.GetRequiredService<Assets>(), s.GetRequiredService<ModuleMenu>(), options));
        services.AddDataProtection().SetApplicationName("Alys").PersistKeysToDbContext<Db>();
        services.AddAntiforgery(a => { a.Cookie.Name = "af"; a.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest; a.SuppressXFrameOptionsHeader = true; });
        var antiforgery = services.Last(s => s.ServiceType == typeof(IAntiforgery));
        services.AddSingleton<IAntiforgery>(s => new KnownTokens((IAntiforgery)ActivatorUtilities.CreateInstance(s, antiforgery.ImplementationType!), s.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.HeaderName!));
        services.Configure<WebEncoderOptions>(e => e.TextEncoderSettings = new(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement, UnicodeRanges.Cyrillic, UnicodeRanges.CyrillicSupplement, UnicodeRanges.GeneralPunctuation, UnicodeRanges.LetterlikeSymbols, UnicodeRanges.Arrows, UnicodeRanges.MathematicalOperators));
        // Not Brotli: at the quality that weighs the same (4) it takes three times as long on a page. What never changes is compressed by Brotli once (Assets).
        services.AddResponseCompression(c => { c.EnableForHttps = true; c.Providers.Add<GzipCompressionProvider>(); });
        services.AddSingleton<ResponseCompressionProvider>().AddSingleton<IResponseCompressionProvider, PageCompression>();
        services.Configure<GzipCompressionProviderOptions>(g => g.Level = System.IO.Compression.CompressionLevel.Optimal);
        services.AddRazorPages(pages => pages.RootDirectory = "/").AddMvcOptions(mvc => BindingTexts.Use(mvc.ModelBindingMessageProvider))
            .ConfigureApplicationPartManager(parts =>
            {
                parts.ApplicationParts.Clear();
                foreach (var assembly in assemblies) { parts.ApplicationParts.Add(new AssemblyPart(assembly)); parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(assembly)); }
            });
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(f => { f.MultipartBodyLengthLimit = options.UploadMegabytes * 1024L * 1024; f.ValueLengthLimit = 4 * 1024 * 1024; f.ValueCountLimit = 5000; });
        services.AddRateLimiter(limits => RateLimits.Configure(limits, options));
        services.Configure<HostOptions>(h => h.ShutdownTimeout = TimeSpan.FromSeconds(15));
    }

    private static HttpContext Request(IServiceProvider services) =>
        services.GetRequiredService<IHttpContextAccessor>().HttpContext ?? throw new InvalidOperationException("There is no request here: give the reader and texts by hand");

    private static void Pipeline(WebApplication app, ModuleList modules, PlatformOptions options)
    {
        var assets = app.Services.GetRequiredService<Assets>();
        app.Use(async (HttpContext context, RequestDelegate next) => { if (!context.Request.Path.StartsWithSegments("/-") || !await assets.TryServe(context)) await next(context); });
        if (options.Bench) app.Use(StatementCount.Middleware);
        app.UseExceptionHandler("/status/500");
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.Use(SecurityHeaders.Middleware);
        app.UseResponseCompression();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.Use(async (HttpContext context, RequestDelegate next) =>
        {
            if (context.RequestServices.GetService<ReaderSource>() is { } source) context.SetReader(await source(context));
            await next(context);
        });
        var founding = app.Services.GetRequiredService<Founding>();
        app.Use(async (HttpContext context, RequestDelegate next) =>
        {
            if (!founding.IsDone && !context.Request.Path.StartsWithSegments("/setup") && !context.Request.Path.StartsWithSegments("/status")) context.Response.Redirect("/setup");
            else await next(context);
        });
        app.Use(Guards.Middleware);
        app.MapRazorPages();
        foreach (var module in modules.All) module.MapEndpoints(app);
    }
}
