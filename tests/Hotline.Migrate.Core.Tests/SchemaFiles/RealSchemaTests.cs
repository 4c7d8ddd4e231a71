using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.SchemaFiles;

namespace Hotline.Migrate.Core.Tests.SchemaFiles;

public sealed class RealSchemaTests
{
    [Fact]
    public void Everything_of_pagila_that_is_no_table_is_read()
    {
        var path = Path.Combine(RepositoryRoot.Path, "..", "shared", "schemas", "pagila.sql");
        Assert.SkipUnless(File.Exists(path), "The sample schema pagila.sql is not beside this checkout.");

        var (statements, problems) = SchemaFileReader.Read(new SchemaFile("pagila.sql", File.ReadAllText(path)));
        var counts = statements.GroupBy(s => s is Migrate.SchemaFiles.Statements.CreatedObject created ? created.Object.Kind : s.GetType().Name)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key} {g.Count()}");

        Assert.Empty(problems.Select(p => p.Code).Except(
            [DiagnosticCodes.SchemaFileTable, DiagnosticCodes.SchemaFileStatement, DiagnosticCodes.SchemaFileOwner]));
        Assert.DoesNotContain(problems, p => p.Code == DiagnosticCodes.SchemaFileSyntax);
        Assert.Equal(
            ["CreatedIndex 34", "aggregate 1", "domain 2", "enum 1", "function 9", "materialized_view 1", "sequence 13", "trigger 15", "view 7"], counts);
    }
}
