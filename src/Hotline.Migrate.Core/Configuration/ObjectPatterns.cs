using System.IO.Enumeration;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Configuration;

/// <summary>Patterns of names, with <c>*</c> and <c>?</c>; upper and lower case are not the same.</summary>
public sealed record ObjectPatterns
{
    /// <summary>Patterns of schemas.</summary>
    public EquatableArray<string> Schemas { get; init; }

    /// <summary>Patterns of tables: <c>name</c> in every schema, or <c>schema.name</c>.</summary>
    public EquatableArray<string> Tables { get; init; }

    /// <summary>Whether there is no pattern at all.</summary>
    public bool IsEmpty => Schemas.IsEmpty && Tables.IsEmpty;

    /// <summary>Whether a pattern fits the schema.</summary>
    public bool FitsSchema(string schema) => Schemas.Any(pattern => Fits(pattern, schema));

    /// <summary>Whether a pattern fits the table or its schema.</summary>
    public bool FitsTable(string schema, string table) => FitsSchema(schema)
        || Tables.Any(pattern => Fits(pattern, pattern.Contains('.', StringComparison.Ordinal) ? $"{schema}.{table}" : table));

    private static bool Fits(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);
}
