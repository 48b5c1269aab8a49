using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Alys.Platform;

/// <summary>The modules' jobs on Quartz: clustered on PostgreSQL, in memory on SQLite.</summary>
internal static class JobTimetable
{
    public static void Add(IServiceCollection services, ModuleList modules, PlatformOptions options)
    {
        var jobs = modules.All.SelectMany(m => m.Jobs).Append(new Job("platform.forget-outcomes", TimeSpan.FromHours(6), typeof(ForgetOutcomes))).ToArray();
        foreach (var job in jobs) services.AddScoped(job.Run);
        services.AddQuartz(q =>
        {
            q.ConfigureScheduler(o => { o.InstanceName = "alys"; o.InstanceId = Environment.MachineName + "-" + Environment.ProcessId; });
            if (options.IsPostgres)
            {
                q.UsePersistentStore(s =>
                {
                    s.UsePostgres(options.Database);
                    s.ProvisionSchema();
                    s.UseClustering();
                });
            }
            foreach (var job in jobs)
            {
                q.AddJob<JobRunner>(j => j.WithIdentity(job.Name).UsingJobData("type", job.Run.AssemblyQualifiedName!).StoreDurably());
                q.AddTrigger(t => t.ForJob(job.Name).WithIdentity(job.Name)
                    .StartAt(DateTimeOffset.UtcNow.AddSeconds(5))
                    .WithSimpleSchedule(s => s.WithInterval(job.Every).RepeatForever()));
            }
        });
        services.AddQuartzHostedService(o => { o.WaitForJobsToComplete = true; o.AwaitApplicationStarted = true; });
    }

    [DisallowConcurrentExecution]
    internal sealed class JobRunner(IServiceProvider services, ILogger<JobRunner> log) : Quartz.IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            try
            {
                var type = Type.GetType(context.MergedJobDataMap.GetString("type")!)!;
                await ((IJobRun)services.GetRequiredService(type)).Run(cancellationToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError(error, "Job {Job} failed; it runs again at its next time", context.JobDetail.Key.Name);
            }
        }
    }
}
