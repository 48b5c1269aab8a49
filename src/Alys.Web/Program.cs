using Alys.Access;
using Alys.Assessment;
using Alys.Audit;
using Alys.Communication;
using Alys.Compliance;
using Alys.Content;
using Alys.Curriculum;
using Alys.Documents;
using Alys.Enrolment;
using Alys.Grading;
using Alys.Institution;
using Alys.Learning;
using Alys.Platform;
using Alys.Staffing;

var command = args is [['-', ..], ..] or [] ? "serve" : args[0];
var options = command == "serve" && args is not ["serve", ..] ? args : args[1..];
switch (command)
{
    case "serve":
        await using (var app = AlysApp.Build(options, Composition.Modules))
        {
            await AlysApp.Prepare(app);
            await app.StartAsync();
            Console.WriteLine("Alys: " + string.Join("  ", app.Urls.Select(u => u.Replace("[::]", "localhost").Replace("127.0.0.1", "localhost"))));
            await app.WaitForShutdownAsync();
        }
        return 0;
    case "migrate":
        await using (var app = AlysApp.Build(options, Composition.Modules)) await AlysApp.Prepare(app);
        return 0;
    case "settings":
        foreach (var line in AlysApp.Settings(options, Composition.Modules)) Console.WriteLine(line);
        return 0;
    default:
        Console.Error.WriteLine("alys serve | migrate | settings  [--option=value …]");
        return 2;
}

/// <summary>The modules of the program, lowest layer first.</summary>
public static class Composition
{
    public static IReadOnlyList<Module> Modules { get; } =
    [
        new AccessModule(),
        new InstitutionModule(),
        new DocumentsModule(),
        new AuditModule(),
        new CurriculumModule(),
        new EnrolmentModule(),
        new StaffingModule(),
        new AssessmentModule(),
        new ContentModule(),
        new CommunicationModule(),
        new LearningModule(),
        new GradingModule(),
        new ComplianceModule(),
    ];
}
