using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Files;

namespace Hotline.Migrate.Core.Tests.Files;

public sealed class ChangeJournalTests : IDisposable
{
    private readonly TestDirectory folder = new("journal");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Changes_are_made_in_order_and_leave_no_record()
    {
        folder.Write("draft.sql", "draft");
        folder.Write("snapshot/table/old.json", "old");

        ChangeJournal.Apply(
            folder.Path,
            [
                new MoveFile("draft.sql", "final.sql"),
                new WriteFile("final.sql", "final \"ü\"\n"),
                new WriteFile("snapshot/enum/new.json", "new"),
                new DeleteFile("snapshot/table/old.json"),
            ]);

        Assert.Equal(["final.sql", "snapshot/enum/new.json"], Files());
        Assert.Equal("final \"ü\"\n", File.ReadAllText(folder["final.sql"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void What_was_interrupted_anywhere_is_finished(int madeBefore)
    {
        FileChange[] changes =
        [
            new MoveFile("draft.sql", "final.sql"), new WriteFile("final.sql", "final"), new WriteFile("s/table.json", "new"), new DeleteFile("s/old.json"),
        ];
        folder.Write("draft.sql", "draft");
        folder.Write("s/old.json", "old");
        // A folder where the file has to go stops the changes at once: the record is written, and nothing else.
        folder.Write("final.sql/in/the/way", "");
        Assert.Throws<DiagnosticException>(() => ChangeJournal.Apply(folder.Path, changes));
        Directory.Delete(folder["final.sql"], recursive: true);
        Action[] byHand =
        [
            () => File.Move(folder["draft.sql"], folder["final.sql"]),
            () => File.WriteAllText(folder["final.sql"], "final"),
            () => File.WriteAllText(folder["s/table.json"], "new"),
            () => File.Delete(folder["s/old.json"]),
        ];
        foreach (var make in byHand.Take(madeBefore))
        {
            make();
        }

        Assert.True(ChangeJournal.Finish(folder.Path));

        Assert.Equal(["final.sql", "s/table.json"], Files());
        Assert.Equal("final", File.ReadAllText(folder["final.sql"]));
        Assert.False(ChangeJournal.Finish(folder.Path));
    }

    [Fact]
    public void A_record_that_is_not_readable_is_refused_and_kept()
    {
        folder.Write(ChangeJournal.FileName, "[[\"write\"]]");

        var refused = Assert.Throws<DiagnosticException>(() => ChangeJournal.Finish(folder.Path));

        Assert.Equal(DiagnosticCodes.JournalUnreadable, Assert.Single(refused.Diagnostics).Code);
        Assert.True(File.Exists(folder[ChangeJournal.FileName]));
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(folder.Path, f).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}
