using System.Text;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Files;

namespace Hotline.Migrate.Core.Tests.Files;

public sealed class TextFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Utf8_is_read_with_and_without_a_byte_order_mark()
    {
        var plain = folder.Write("a.sql", "é😀\r\n");
        var marked = folder.Write("b.sql", [.. Encoding.UTF8.Preamble, .. "é"u8]);

        Assert.Equal("é😀\r\n", TextFile.Read(plain));
        Assert.Equal("é", TextFile.Read(marked));
        Assert.Equal("é", await TextFile.ReadAsync(marked, TestContext.Current.CancellationToken));
        Assert.Equal("", TextFile.Read(folder.Write("c.sql", "")));
    }

    [Theory]
    [InlineData("FF FE 61 00", 0, 0)]
    [InlineData("FE FF 00 61", 0, 0)]
    [InlineData("00 00 FE FF 00 00 00 61", 0, 0)]
    [InlineData("61 0A 62 63 61 66 E9 0A", 2, 5)]
    [InlineData("61 0D 0A 0D 0A C3 A9 FF", 3, 2)]
    [InlineData("61 0D 0D FF", 3, 1)]
    [InlineData("61 E2 82", 1, 2)]
    [InlineData("ED A0 80", 1, 1)]
    [InlineData("C0 AF", 1, 1)]
    [InlineData("61 00 62 00", 1, 2)]
    public void Anything_else_is_refused_with_its_line(string hex, int line, int column)
    {
        var path = folder.Write("a.sql", Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)));

        var problem = Problem(() => TextFile.Read(path));
        Assert.Equal("HM0218", problem.Code);
        Assert.Equal(new(path, line, column), problem.Where);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var path = Path.Combine(folder.Path, "none.sql");

        var problem = Problem(() => TextFile.Read(path));
        Assert.Equal("HM0219", problem.Code);
        Assert.Equal("There is no file none.sql.", problem.Summary);
    }

    [Fact]
    public void A_folder_is_no_file() => Assert.Equal("HM0219", Problem(() => TextFile.Read(folder.Path)).Code);

    [Fact]
    public void Writing_makes_folders_and_leaves_nothing_else_behind()
    {
        var path = Path.Combine(folder.Path, "x", "y", "a.json");

        Assert.True(TextFile.WriteAtomically(path, "é\n"));
        Assert.True(TextFile.WriteAtomically(path, "b\n"));

        Assert.Equal("b\n"u8.ToArray(), File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void Equal_content_is_not_written_again()
    {
        var path = folder.Write("a.json", "same");
        var before = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, before);

        Assert.False(TextFile.WriteAtomically(path, "same"));

        Assert.Equal(before, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void What_cannot_be_written_is_said_and_stays_as_it_is()
    {
        var file = folder.Write("a.json", "old");
        File.SetAttributes(file, FileAttributes.ReadOnly);
        var blocked = Path.Combine(file, "b.json");

        Assert.Equal("HM0220", Problem(() => TextFile.WriteAtomically(file, "new")).Code);
        var problem = Problem(() => TextFile.WriteAtomically(blocked, "new"));
        File.SetAttributes(file, FileAttributes.Normal);

        Assert.Equal(("HM0220", blocked), (problem.Code, problem.Where!.Path));
        Assert.Equal("old", File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFiles(folder.Path));
    }

    private static Diagnostic Problem(Action action)
    {
        var failure = Assert.Throws<DiagnosticException>(action);
        Assert.Equal(FailureKind.Usage, failure.Kind);
        return Assert.Single(failure.Diagnostics);
    }
}
