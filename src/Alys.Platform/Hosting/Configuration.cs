using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Alys.Platform;

/// <summary>Options from alys.json, the environment (ALYS_HTTPS_PORT, ALYS_ASSESSMENT__GRACE_SECONDS) and the command line (--https-port=…, --demo), later ones winning.</summary>
internal static class AlysConfiguration
{
    public static IConfigurationRoot Read(string[] args) => new ConfigurationBuilder()
        .AddJsonFile(Path.GetFullPath("alys.json"), optional: true)
        .AddInMemoryCollection(Environment())
        .AddInMemoryCollection(CommandLine(args))
        .Build();

    public static object Bind(IConfiguration configuration, Type type, string? module)
    {
        var options = Activator.CreateInstance(type)!;
        (module is null ? configuration : configuration.GetSection(module)).Bind(options);
        return options;
    }

    /// <summary>Every option with its sentence, value, default and origin, for <c>bin/alys settings</c>.</summary>
    public static IEnumerable<string> Describe(IConfigurationRoot configuration, IEnumerable<(Type Type, string? Module)> classes)
    {
        foreach (var (type, module) in classes)
        {
            var defaults = Activator.CreateInstance(type)!;
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                if (property.GetCustomAttribute<SettingAttribute>() is not { } setting) continue;
                var key = module is null ? property.Name : $"{module}:{property.Name}";
                var origin = configuration.Providers.Reverse().Where(p => p.TryGet(key, out _)).Select(NameOf).FirstOrDefault() ?? "default";
                var secret = property.Name is "Database" || property.Name.Contains("Password", StringComparison.Ordinal);
                var value = origin == "default" ? "" : $" = {(secret ? "(set)" : configuration[key])}";
                yield return $"{Variable(module, property.Name)}{value}\n    {setting.Sentence}\n    default: {Shown(property.GetValue(defaults))}; origin: {origin}";
            }
        }
    }

    private static string Shown(object? value) => value switch { "" or null => "(empty)", bool yes => yes ? "true" : "false", _ => Convert.ToString(value, CultureInfo.InvariantCulture)! };

    private static string NameOf(IConfigurationProvider provider) => provider.GetType().Name.StartsWith("Json", StringComparison.Ordinal) ? "alys.json"
        : provider.TryGet("Origin", out var origin) ? origin! : "environment";

    private static string Variable(string? module, string name) => "ALYS_" + (module is null ? "" : module.ToUpperInvariant() + "__") + Snake(name);

    private static string Snake(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) && !char.IsUpper(name[i - 1]) ? "_" + c : c.ToString())).ToUpperInvariant();

    private static Dictionary<string, string?> Environment()
    {
        var found = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { ["Origin"] = "environment" };
        foreach (System.Collections.DictionaryEntry variable in System.Environment.GetEnvironmentVariables())
        {
            if (variable.Key is string name && name.StartsWith("ALYS_", StringComparison.Ordinal)) found[Key(name[5..])] = (string?)variable.Value;
        }
        return found;
    }

    private static Dictionary<string, string?> CommandLine(string[] args)
    {
        var found = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { ["Origin"] = "command line" };
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal)) continue;
            var parts = args[i][2..].Split('=', 2);
            var value = parts.Length == 2 ? parts[1] : i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[++i] : "true";
            found[Key(parts[0].Replace('-', '_'))] = value;
        }
        return found;
    }

    private static string Key(string name) => name.Replace("__", ":", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
}
