using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Alys.Access;

public sealed class AccessModule : Module
{
    public override string Name => "access";

    public override IEnumerable<Right> Rights =>
    [
        new(AccessRights.SeePeople, Roles.Organiser, Roles.Administrator, Roles.Head, Roles.Registrar),
        new(AccessRights.RegisterPeople, Roles.Organiser, Roles.Administrator, Roles.Registrar),
        new(AccessRights.GrantRoles, Roles.Administrator),
    ];

    public override IEnumerable<MenuEntry> Menu => [new("access.menu.people", "/access/people", AccessRights.SeePeople, 70)];
    public override IEnumerable<Type> Options => [typeof(AccessOptions)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(SignInCookie.Scheme).AddCookie(SignInCookie.Scheme, cookie =>
        {
            cookie.Cookie.Name = "alys";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.SlidingExpiration = false;
            // The session row decides how long; the cookie merely carries it.
            cookie.ExpireTimeSpan = TimeSpan.FromDays(2);
        });
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>, KnownTickets.Setup>();
        services.AddIdentityCore<Account>(identity =>
        {
            identity.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789.-";
            identity.Password.RequiredLength = Passwords.Least;
            identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
        });
        services.AddOptions<IdentityOptions>().Configure<AccessOptions>((identity, options) =>
        {
            identity.Lockout.MaxFailedAccessAttempts = options.WrongPasswords;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(options.RestMinutes);
        });
        services.AddOptions<PasswordHasherOptions>().Configure<AccessOptions>((hasher, options) => hasher.IterationCount = options.PasswordRounds);
        services.AddScoped<IUserStore<Account>>(s => new UserOnlyStore<Account, Db, Guid>(s.GetRequiredService<Db>()) { AutoSaveChanges = true });
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<Scopes>().AddSingleton<Readers>().AddSingleton(s => new People(s.GetRequiredService<IPasswordHasher<Account>>()));
        services.AddSingleton<ReaderSource>(s => s.GetRequiredService<Readers>().Of);
    }

    public override async Task Start(IServiceProvider services, CancellationToken ct)
    {
        await services.GetRequiredService<Acts>().Run(Reader.System, act => RoleSeed.Offer(act, services.GetRequiredService<ModuleList>()), ct);
        // The institution is founded once there is somebody who can sign in to it.
        services.GetRequiredService<Founding>().IsDone = await services.GetRequiredService<Db>().People.AnyAsync(ct);
    }

    public override Task LoadDemo(Demo demo, CancellationToken ct) => demo.Acts.Run(demo.Actor, act => DemoPeople.Load(act, demo), ct);
}
