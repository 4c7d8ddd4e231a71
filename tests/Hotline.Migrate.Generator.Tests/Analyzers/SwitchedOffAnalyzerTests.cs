extern alias generator;

using generator::Hotline.Migrate.Generator.Analyzers;

namespace Hotline.Migrate.Generator.Tests.Analyzers;

public sealed class SwitchedOffAnalyzerTests
{
    private const string Source = """
        public abstract class TenantBaseModel { [TenantKey] public Guid TenantId { get; init; } }
        [Table("countries")]
        public class Country { [Key] public string Code { get; set; } = ""; }
        """;

    [Fact]
    public async Task Our_attributes_are_marked_where_the_generator_is_not_switched_on()
    {
        Assert.Equal(
            ["HM0030 'TenantKey': This project's models get no tables: reference the package Hotline.Migrate in the project itself, or set HotlineMigrateModels to true."],
            await AnalyzerRun.AnalyzeAsync(new SwitchedOffAnalyzer(), Source, switchedOn: false));
    }

    [Fact]
    public async Task They_are_not_where_it_is() =>
        Assert.Empty(await AnalyzerRun.AnalyzeAsync(new SwitchedOffAnalyzer(), Source));
}
