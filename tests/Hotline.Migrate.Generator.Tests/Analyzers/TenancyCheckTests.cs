extern alias generator;

using generator::Hotline.Migrate.Generator.Analyzers;

namespace Hotline.Migrate.Generator.Tests.Analyzers;

public sealed class TenancyCheckTests
{
    private const string Base = """
        public abstract class TenantBaseModel
        {
            [TenantKey] public Guid TenantId { get; init; }
            public Guid Id { get; init; }
        }

        """;

    [Fact]
    public async Task A_table_without_an_index_that_leads_with_the_tenant_is_reported()
    {
        var diagnostics = await AnalyzeAsync("""
            [Table("calls"), PrimaryKey(nameof(Id)), Index(nameof(Note), nameof(TenantId))]
            public class Call : TenantBaseModel { public string? Note { get; set; } }
            """);

        Assert.Equal(
            ["HM0031 'Call': 'calls' is read by tenant, but no index or key of it leads with 'tenant_id'. Add [Index(nameof(TenantId))]."],
            diagnostics);
    }

    [Theory]
    [InlineData("PrimaryKey(nameof(TenantId), nameof(Id))")]
    [InlineData("PrimaryKey(nameof(Id)), Index(nameof(TenantId))")]
    [InlineData("PrimaryKey(nameof(Id)), Unique(nameof(TenantId), nameof(Note))")]
    public async Task A_key_or_index_that_leads_with_the_tenant_is_enough(string attributes)
    {
        Assert.Empty(await AnalyzeAsync($$"""
            [Table("calls"), {{attributes}}]
            public class Call : TenantBaseModel { public string? Note { get; set; } }
            """));
    }

    [Fact]
    public async Task A_partial_index_serves_not_every_query_of_a_tenant()
    {
        var diagnostic = Assert.Single(await AnalyzeAsync("""
            [Table("calls"), PrimaryKey(nameof(Id)), Index(nameof(TenantId), Where = "note IS NULL")]
            public class Call : TenantBaseModel { public string? Note { get; set; } }
            """));

        Assert.StartsWith("HM0031 'Call'", diagnostic, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unique_key_without_the_tenant_is_reported_on_its_attribute()
    {
        var diagnostics = await AnalyzeAsync("""
            [Table("users"), PrimaryKey(nameof(TenantId), nameof(Id))]
            [Index(nameof(Phone), IsUnique = true)]
            public class User : TenantBaseModel
            {
                [Unique] public string Email { get; set; } = "";
                public string Phone { get; set; } = "";
            }
            """);

        Assert.Collection(
            diagnostics,
            d => Assert.StartsWith("HM0032 'Index(nameof(Phone), IsUnique = true)': Two tenants cannot have the same phone:", d, StringComparison.Ordinal),
            d => Assert.StartsWith("HM0032 'Unique': Two tenants cannot have the same email:", d, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reference_between_tenant_tables_without_the_tenant_is_reported_on_its_attribute()
    {
        var diagnostic = Assert.Single(await AnalyzeAsync("""
            [Table("users"), PrimaryKey(nameof(Id)), Index(nameof(TenantId))]
            public class User : TenantBaseModel;
            [Table("calls"), PrimaryKey(nameof(TenantId), nameof(Id))]
            public class Call : TenantBaseModel { [References(typeof(User))] public Guid AgentId { get; set; } }
            """));

        Assert.Equal(
            "HM0033 'References(typeof(User))': A row of one tenant could point at another tenant's: 'calls_agent_id_fkey' references 'users' without 'tenant_id'. "
            + "Reference (tenant_id, id), which must be unique there.",
            diagnostic);
    }

    [Fact]
    public async Task A_reference_that_carries_the_tenant_or_leads_out_of_tenancy_is_right()
    {
        Assert.Empty(await AnalyzeAsync("""
            [Table("countries")]
            public class Country { [Key] public string Code { get; set; } = ""; }
            [Table("users"), PrimaryKey(nameof(TenantId), nameof(Id))]
            public class User : TenantBaseModel { [References(typeof(Country))] public string Country { get; set; } = ""; }
            [Table("calls"), PrimaryKey(nameof(TenantId), nameof(Id))]
            [References(typeof(User), nameof(TenantId), nameof(AgentId))]
            public class Call : TenantBaseModel { public Guid AgentId { get; set; } }
            """));
    }

    [Fact]
    public async Task A_model_without_a_tenant_key_is_not_looked_at()
    {
        Assert.Empty(await AnalyzeAsync("""
            [Table("countries")]
            public class Country { [Key] public string Code { get; set; } = ""; [Unique] public string Name { get; set; } = ""; }
            """));
    }

    private static Task<IReadOnlyList<string>> AnalyzeAsync(string models) => AnalyzerRun.AnalyzeAsync(new ModelAnalyzer(), Base + models);
}
