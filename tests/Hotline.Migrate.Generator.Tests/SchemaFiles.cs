using Hotline.Migrate.Descriptors.Writing;
using Hotline.Migrate.Generator.Tests.Driving;

namespace Hotline.Migrate.Generator.Tests;

public sealed class SchemaFiles
{
    private static readonly string EveryKindOfCharacter = "a\tb \"\"\" {0} {{ \\ $$ \u2028 \u0085 \u0001 \ud83d\ude00 '@\"'\n\n";

    [Fact]
    public void A_schema_file_is_in_the_assembly_as_it_is_with_line_feeds()
    {
        var run = Run(new SqlText("/code/App/schema/views/a b.sql", "-- é\r\nCREATE VIEW v\rAS SELECT 1\n"), new SqlText("/code/App/schema/x.sql", EveryKindOfCharacter));

        Assert.Equal([("schema/views/a b.sql", "-- é\nCREATE VIEW v\nAS SELECT 1\n"), ("schema/x.sql", EveryKindOfCharacter)], run.SchemaFiles.Order());
    }

    [Fact]
    public void The_manifest_counts_and_hashes_schema_files()
    {
        var run = Run(new SqlText("/code/App/schema/v.sql", "CREATE VIEW v AS SELECT 1;\n"));

        Assert.Equal(1, run.Manifest!.DescriptorCount);
        Assert.Equal(DescriptorHash.Of(["schema/v.sql\nCREATE VIEW v AS SELECT 1;\n"]), run.Manifest.Hash);
    }

    [Fact]
    public void A_file_outside_of_the_project_is_named_from_there() =>
        Assert.Equal("../Shared/v.sql", Assert.Single(Run(new SqlText("/code/Shared/v.sql", "")).SchemaFiles).Path);

    [Fact]
    public void Other_additional_files_are_left_alone() => Assert.Empty(Run(new SqlText("/code/App/schema/v.sql", "x", isOurs: false)).SchemaFiles);

    [Fact]
    public void A_project_that_is_not_switched_on_has_no_schema_files() =>
        Assert.Empty(GeneratorRun.Of(ModelCompilation.Of(""), enabled: false, new SqlText("/code/App/schema/v.sql", "x")).SchemaFiles);

    private static GeneratorRun Run(params SqlText[] files) => GeneratorRun.Of(ModelCompilation.Of(""), true, files);
}
