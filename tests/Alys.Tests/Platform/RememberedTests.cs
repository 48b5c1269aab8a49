using Alys.Platform;
using Microsoft.Data.Sqlite;

namespace Alys.Tests.Platform;

/// <summary>What is kept in memory is given up by the fact that changes it, and an act never reads what it alone sees into it.</summary>
public sealed class RememberedTests(AlysHost alys) : IClassFixture<AlysHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AValueIsReadOnceUntilItsFactIsWritten()
    {
        var reads = 0;
        var known = new Remembered<int, int>(alys.Service<Pulses>(), 10, (_, _) => Task.FromResult(++reads), "test.thing.changed");
        Assert.Equal(1, await alys.Read(async db => await known.Of(db, 7)));
        Assert.Equal(1, await alys.Read(async db => await known.Of(db, 7)));
        await alys.Act(act => { act.Wrote("test.other.changed", "Thing", Guid.Empty); return Task.FromResult(0); });
        Assert.Equal(1, await alys.Read(async db => await known.Of(db, 7)));
        await alys.Act(act => { act.Wrote("test.thing.changed", "Thing", Guid.Empty); return Task.FromResult(0); });
        Assert.Equal(2, await alys.Read(async db => await known.Of(db, 7)));
    }

    [Fact]
    public async Task WhatAnActSeesIsNotRemembered()
    {
        var reads = 0;
        var known = new Remembered<int, int>(alys.Service<Pulses>(), 10, (_, _) => Task.FromResult(++reads), "test.thing.changed");
        await Assert.ThrowsAsync<InvalidOperationException>(() => alys.Act<int>(async act =>
        {
            Assert.Equal(1, await known.Of(act.Db, 7));
            throw new InvalidOperationException("the act is given up");
        }));
        Assert.Equal(2, await alys.Read(async db => await known.Of(db, 7)));
        Assert.Equal(2, await alys.Read(async db => await known.Of(db, 7)));
    }

    [Fact]
    public async Task AValueReadBeforeAChangeIsNotKeptAfterIt()
    {
        var (reads, reading, goOn) = (0, new TaskCompletionSource(), new TaskCompletionSource());
        var known = new Remembered<int, int>(alys.Service<Pulses>(), 10, async (_, _) =>
        {
            var read = ++reads;
            reading.TrySetResult();
            await goOn.Task;
            return read;
        }, "test.thing.changed");
        var first = alys.Read(async db => await known.Of(db, 7));
        await reading.Task;
        await alys.Act(act => { act.Wrote("test.thing.changed", "Thing", Guid.Empty); return Task.FromResult(0); });
        goOn.SetResult();
        Assert.Equal(1, await first);
        Assert.Equal(2, await alys.Read(async db => await known.Of(db, 7)));
    }

    [Fact]
    public async Task ARenamedSubjectShowsAtOnceOnTheCourse()
    {
        var saule = await alys.SignIn("saule");
        var aliya = await alys.SignIn("aliya");
        var before = (await aliya.Get("/s/3")).Title;
        var page = await saule.Get("/curriculum/subjects/edit/2");
        var name = page.Document.QuerySelector("[name=NameKk]")!.GetAttribute("value")!;
        Assert.Equal(name, before);
        await page.Submit("main form", new() { ["NameKk"] = name + " (жаңа)" });
        Assert.Equal(name + " (жаңа)", (await aliya.Get("/s/3")).Title);
        Assert.Contains(name + " (жаңа)", (await aliya.Get("/s/3/f")).Text);
    }
}

/// <summary>The connections that contexts keep on SQLite.</summary>
public sealed class KeptConnectionTests
{
    [Fact]
    public async Task AReaderLeftBehindHoldsNoSnapshot()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("alys-test-").FullName, "kept.db");
        await using var connection = new KeptConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var plain = connection.CreateCommand();
        plain.CommandText = "create table t (x); insert into t values (1), (2); pragma journal_mode=wal";
        plain.ExecuteNonQuery();
        plain.CommandText = "select x from t";
        var left = connection.Twin(plain)!.Read();
        Assert.True(left.Read());
        Assert.Null(connection.Twin(plain));
        await connection.CloseAsync();
        Assert.True(left.IsClosed);
        await using var other = new SqliteConnection($"Data Source={file};Pooling=False");
        other.Open();
        using var checkpoint = other.CreateCommand();
        checkpoint.CommandText = "insert into t values (3); pragma wal_checkpoint(truncate)";
        // A first column of 0: nobody's snapshot stood in the way.
        Assert.Equal(0L, checkpoint.ExecuteScalar());
        Assert.Equal(3, Count(connection, plain));
    }

    [Fact]
    public void AStatementIsPreparedOnceAndTakesNewValues()
    {
        using var connection = new KeptConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select @p";
        for (var i = 0; i < 3; i++)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("@p", i);
            using var rows = connection.Twin(command)!.Read();
            Assert.True(rows.Read());
            Assert.Equal(i, rows.GetInt32(0));
        }
    }

    private static int Count(KeptConnection connection, SqliteCommand command)
    {
        using var rows = connection.Twin(command)!.Read();
        var n = 0;
        while (rows.Read()) n++;
        return n;
    }
}
