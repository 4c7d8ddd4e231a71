using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Drafting;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Core.Tests.Drafting;

public sealed class ModelFileTests
{
    private static readonly ProjectModel Model = new(
        DatabaseSchema.Of(
        [
            new Table
            {
                Name = new QualifiedName("billing", "invoices"),
                RenamedFrom = QualifiedName.Of("bills"),
                Columns = [new Column { Name = "total", Type = "numeric(12,2)", Backfill = "0" }],
            },
        ]),
        [new ModelOrigin("table", "billing.invoices", "App.Invoice", "total=Total;a=b=B"), new ModelOrigin("enum", "mood", "App.Mood", null)]);

    [Fact]
    public void What_is_written_is_read_with_hints_and_origins()
    {
        var read = ModelFile.Read("model.json", ModelFile.Write(Model));

        Assert.Equal(Model, read);
        Assert.Equal("Total", read.OriginOf("table", new QualifiedName("billing", "invoices"))!.PropertyOf("total"));
        Assert.Equal("B", read.Origins[0].PropertyOf("a=b"));
        Assert.Null(read.Origins[0].PropertyOf("b"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{ "formatVersion": 99 }""")]
    [InlineData("""{ "formatVersion": 1, "objects": [ 7 ], "origins": [] }""")]
    public void What_is_not_readable_is_refused(string text)
    {
        var refused = Assert.Throws<DiagnosticException>(() => ModelFile.Read("model.json", text));

        Assert.Equal("model.json", (Assert.Single(refused.Diagnostics).Where ?? new SourceLocation("model.json")).Path);
    }
}
