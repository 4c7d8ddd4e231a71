using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;
using Hotline.Migrate.Snapshots;
using static Hotline.Migrate.Core.Tests.Diffing.Model;

namespace Hotline.Migrate.Core.Tests.Snapshots;

public sealed class SnapshotFilesTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        var schema = Diffing.Application.Schema;

        Assert.Equal(schema.Objects, SnapshotFiles.Read(SnapshotFiles.Write(schema)).Objects);
    }

    [Fact]
    public void Hints_are_not_kept()
    {
        var schema = Database(
            Table("t", Id, Column("c", "text") with { RenamedFrom = "b", Backfill = "''" }) with { RenamedFrom = Name("s") },
            Enum("mood", "sad") with { RenamedFrom = Name("feeling"), RenamedLabels = ["blue=sad"] });

        var read = SnapshotFiles.Read(SnapshotFiles.Write(schema));

        Assert.Equal(Database(Table("t", Id, Column("c", "text")), Enum("mood", "sad")).Objects, read.Objects);
    }

    [Fact]
    public void Each_object_has_a_file_of_its_own()
    {
        Assert.Equal(
            [
                "enum/public.user_status.json",
                "extension/citext.json",
                "schema/billing.json",
                "sequence/billing.invoice_number.json",
                "table/billing.invoices.json",
                "table/public.calls.json",
                "table/public.users.json",
            ],
            SnapshotFiles.Write(Diffing.Application.Schema).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Odd_names_have_safe_files_that_differ_on_every_file_system()
    {
        string[] names = ["users", "Users", "USERS", "a.b", "a/b", "..", "con", "with space", "ünï", "😀", "%", new('X', 63), new string('X', 62) + "Y", "a\nb", "\"q\""];
        var schema = DatabaseSchema.Of(names.Select(n => new Table { Name = QualifiedName.Of(n) }).Append(new Table { Name = new QualifiedName("a", "b.c") }).Append(new Table { Name = new QualifiedName("a.b", "c") }));

        var files = SnapshotFiles.Write(schema);

        Assert.Equal(files.Count, files.Keys.Select(k => k.ToUpperInvariant()).Distinct().Count());
        Assert.All(files.Keys, k => Assert.Matches("^table/[a-z0-9_%-]+\\.[a-z0-9_%-]+\\.json$", k));
        Assert.All(files.Keys, k => Assert.True(k.Length < 240));
        Assert.Equal(schema.Objects, SnapshotFiles.Read(files).Objects);
    }

    [Theory]
    [InlineData("table/public.users.json", "{ \"kind\": \"table\", ", "HM0140")]
    [InlineData("table/public.users.json", "", "HM0140")]
    [InlineData("table/public.users.json", "<<<<<<< HEAD", "HM0140")]
    [InlineData("readme.txt", "Hello", "HM0141")]
    [InlineData("table/notes.txt", "Hello", "HM0141")]
    [InlineData("tables/public.users.json", "{}", "HM0141")]
    [InlineData("table/public.other.json", "{ \"kind\": \"table\", \"schema\": \"public\", \"name\": \"users\" }", "HM0142")]
    public void A_file_that_is_not_right_is_named(string path, string content, string code)
    {
        var error = Assert.Throws<DiagnosticException>(() => SnapshotFiles.Read([new(path, content)], "migrations/snapshot"));

        Assert.Equal((code, Path.Combine("migrations/snapshot", path)), (error.Diagnostics[0].Code, error.Diagnostics[0].Where?.Path));
        Assert.Equal(FailureKind.Usage, error.Kind);
    }

    [Fact]
    public void All_files_that_are_not_right_are_named_at_once()
    {
        var error = Assert.Throws<DiagnosticException>(() => SnapshotFiles.Read([new("a.txt", ""), new("table/b.json", "x"), new(".gitattributes", "")]));

        Assert.Equal(["HM0141", "HM0140"], error.Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void Backslashes_in_paths_are_understood() =>
        Assert.Single(SnapshotFiles.Read(SnapshotFiles.Write(Database(Table("t", Id))).Select(f => KeyValuePair.Create(f.Key.Replace('/', '\\'), f.Value))).Objects);
}
