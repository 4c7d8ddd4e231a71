using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Generator.Reading.Columns;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Reading;

/// <summary>What is wrong with the sequences, schemas and extensions that attributes of an assembly or a class describe.</summary>
internal static class ObjectProblems
{
    private const string First = "0";

    /// <summary>The problems, in the order of the attributes.</summary>
    public static IEnumerable<ModelProblem> Of(IEnumerable<ModelAttribute> attributes)
    {
        foreach (var attribute in attributes)
        {
            var problems = attribute.Name switch
            {
                AttributeNames.Sequence => [Name(attribute, "sequence"), Schema(attribute), .. Sequence(attribute)],
                AttributeNames.PostgresSchema => [Name(attribute, "schema"), Reserved(attribute, attribute.Text(0), First)],
                AttributeNames.DefaultSchema => [Name(attribute, "schema"), Reserved(attribute, attribute.Text(0), First)],
                AttributeNames.PostgresExtension => [Name(attribute, "extension"), Schema(attribute)],
                _ => Array.Empty<ModelProblem?>(),
            };
            foreach (var problem in problems.OfType<ModelProblem>())
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<ModelProblem?> Sequence(ModelAttribute attribute)
    {
        if (attribute.Text("Type") is { } type && !(SqlTypeName.TryNormalize(type) is { } known && ColumnValues.IsInteger(known)))
        {
            yield return Problem(DiagnosticCodes.IdentityType, attribute, "Type", $"'{type}' is no type of a sequence: that is smallint, integer or bigint.");
        }

        if (attribute.Long("Increment") == 0)
        {
            yield return Problem(DiagnosticCodes.InvalidArgument, attribute, "Increment", "A sequence cannot count by 0.");
        }

        if (attribute.Long("Cache") < 1)
        {
            yield return Problem(DiagnosticCodes.InvalidArgument, attribute, "Cache", "A session takes one value of a sequence at least.");
        }

        if (attribute.Long("Minimum") >= attribute.Long("Maximum"))
        {
            yield return Problem(DiagnosticCodes.InvalidArgument, attribute, "Maximum", "The largest value of a sequence is larger than the smallest one.");
        }

        if (attribute.Long("Start") < attribute.Long("Minimum") || attribute.Long("Start") > attribute.Long("Maximum"))
        {
            yield return Problem(DiagnosticCodes.InvalidArgument, attribute, "Start", "A sequence starts between its smallest and its largest value.");
        }

        if (attribute.List("OwnedBy").Count is not (0 or 2 or 3))
        {
            yield return Problem(DiagnosticCodes.InvalidArgument, attribute, "OwnedBy", "The owner of a sequence is a table and a column, with the schema in front where it needs one.");
        }
    }

    private static ModelProblem? Name(ModelAttribute attribute, string what) => attribute.Text(0) is { } name && !SqlIdentifier.IsValid(name)
        ? Problem(DiagnosticCodes.InvalidIdentifier, attribute, First, $"'{name}' cannot be the name of the {what}: it is empty, has a NUL, or is longer than PostgreSQL's {SqlIdentifier.MaxBytes} bytes.")
        : null;

    private static ModelProblem? Schema(ModelAttribute attribute) => attribute.Text("Schema") is { } schema && !SqlIdentifier.IsValid(schema)
        ? Problem(DiagnosticCodes.InvalidIdentifier, attribute, "Schema", $"'{schema}' cannot be the name of a schema.")
        : attribute.Name == AttributeNames.Sequence ? Reserved(attribute, attribute.Text("Schema"), "Schema") : null;

    private static ModelProblem? Reserved(ModelAttribute attribute, string? schema, string argument) =>
        schema is "information_schema" || schema?.StartsWith("pg_", StringComparison.Ordinal) == true
            ? Problem(DiagnosticCodes.InvalidIdentifier, attribute, argument, $"The schema '{schema}' is PostgreSQL's own.")
            : null;

    private static ModelProblem Problem(string code, ModelAttribute attribute, string argument, string message) =>
        new() { Code = code, Symbol = attribute.Owner, Attribute = attribute.Data, Argument = argument, Message = message };
}
