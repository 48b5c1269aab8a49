using System.Diagnostics;

namespace Alys.Link;

/// <summary>Chromium as a learner has it who trusts the institution: our certificate stands in her store, errors of TLS are ignored nowhere.</summary>
public static class TrustingBrowser
{
    /// <summary>Makes a home folder with the store, and a script in it that starts Chromium there.</summary>
    /// <param name="home">A folder of its own; the caller removes it.</param>
    /// <param name="certificate">PEM file of the server's certificate.</param>
    /// <param name="line">The line on whose client side the browser runs; null: this machine itself.</param>
    /// <returns>The script's path, to be started in Chromium's stead.</returns>
    public static string Prepare(string home, string certificate, PoorLine? line)
    {
        var store = Directory.CreateDirectory(Path.Combine(home, ".pki", "nssdb")).FullName;
        Run("certutil", "-d", "sql:" + store, "-N", "--empty-password");
        // P: this very certificate is trusted, and nothing that it might sign.
        Run("certutil", "-d", "sql:" + store, "-A", "-n", "Alys", "-t", "P,,", "-i", certificate);
        var script = Path.Combine(home, "chromium");
        var chromium = Environment.GetEnvironmentVariable("ALYS_CHROMIUM") ?? "/usr/bin/chromium";
        File.WriteAllText(script, $"#!/bin/sh\nexport HOME='{home}'\nexec {line?.Enter} {chromium} \"$@\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return script;
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new IOException($"{program}: {said.Trim()}");
    }
}
