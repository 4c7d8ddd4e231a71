using Hotline.Migrate.Migrations;
using Hotline.Migrate.Running;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Plain;
using Hotline.Migrate.Tool.Tests.Infrastructure;

namespace Hotline.Migrate.Tool.Tests;

public sealed class ProgressTests(PostgresServer server)
{
    private static readonly PlannedChange Change = new PlannedChange.Upgrade(
        MigrationFile.Parse("r1.sql", Workspace.MigrationText("r1", "fill", "SELECT 1;", "")));

    [Fact]
    public void In_a_pipe_long_work_is_a_plain_line_now_and_then()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var clock = new Clock();
        var log = Log(writer, clock, isTerminal: false);

        log.Report(new RunEvent.Started(Change, 1, 2));
        log.Report(new RunEvent.CommandStarted(Change, 2, 5, "UPDATE a\nSET n = 1"));
        for (var i = 1; i <= 40; i++)
        {
            clock.Now += TimeSpan.FromSeconds(1);
            log.Report(new RunEvent.Advancing(Change, "rows", i * 1000, 50_000) { Left = TimeSpan.FromSeconds(50 - i) });
        }

        log.Report(new RunEvent.Lagging(Change, "replica", TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(10)));
        log.Report(new RunEvent.Lagging(Change, "replica", TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(10)));
        log.Report(new RunEvent.Advancing(Change, "rows", 41_000, 41_000) { Left = TimeSpan.Zero, IsEnd = true });

        Assert.Equal(
            """
            [1/2] upgrade r1  fill
                  2/5 UPDATE a
                  statement 2 of 5, rows: 10,000 of 50,000 (20%), about 40.0 s left
                  statement 2 of 5, rows: 20,000 of 50,000 (40%), about 30.0 s left
                  statement 2 of 5, rows: 30,000 of 50,000 (60%), about 20.0 s left
                  statement 2 of 5, rows: 40,000 of 50,000 (80%), about 10.0 s left
                  statement 2 of 5, waits for the standby replica, which is 12.0 s behind (max-lag=10.0 s)
                  statement 2 of 5, rows: 41,000, all done

            """,
            writer.ToString());
    }

    [Fact]
    public void At_a_terminal_it_is_one_line_that_is_written_over_and_gives_way()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var clock = new Clock();
        var log = Log(writer, clock, isTerminal: true);

        log.Report(new RunEvent.Started(Change, 1, 1));
        clock.Now += TimeSpan.FromSeconds(1);
        log.Report(new RunEvent.Running(Change, 3, 10, "CREATE INDEX i\nON a (b)", TimeSpan.FromSeconds(1)));
        log.Report(new RunEvent.Running(Change, 3, 10, "too soon", TimeSpan.FromSeconds(1)));
        clock.Now += TimeSpan.FromSeconds(1);
        log.Report(new RunEvent.Advancing(Change, "building index", 1, 4));
        log.Report(new RunEvent.Finished(Change, TimeSpan.FromSeconds(2)));

        Assert.Equal(
            "[1/1] upgrade r1  fill\n"
            + "\r[1/1] r1  statement 3 of 10 runs for 1.0 s: CREATE INDEX i"
            + "\r[1/1] r1  building index: 1 of 4 (25%)" + new string(' ', 20) + "\r[1/1] r1  building index: 1 of 4 (25%)"
            + "\r" + new string(' ', 38) + "\r      ok 2.0 s\n",
            writer.ToString());
    }

    [Fact]
    public async Task The_tool_at_a_terminal_shows_the_statement_that_runs()
    {
        await using var work = await Workspace.CreateAsync(server);
        work.Migration("r1", "slow", "SELECT 1;\nSELECT pg_sleep(1.5);\nSELECT 2;", "");

        var shown = (await work.Tool.RunAtTerminalAsync("", "upgrade")).Exits(0);
        var piped = (await work.RunAsync("downgrade", "base")).Exits(0);

        Assert.Contains("\r[1/1] r1  statement 2 of 3 runs for ", shown.Output.ReplaceLineEndings("\r"), StringComparison.Ordinal);
        Assert.DoesNotContain('\r', piped.Error);
    }

    private static RunLog Log(StringWriter writer, Clock clock, bool isTerminal)
    {
        var live = new LiveLine(writer, 80, isTerminal);
        var screen = new PlainScreen(live) { Glyphs = Glyphs.Ascii };
        return new RunLog(screen, new ProgressLine(screen, live, clock), isShown: true);
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; } = TimeSpan.FromHours(1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
