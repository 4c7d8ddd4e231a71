using System.IO.Enumeration;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Configuration;

/// <summary>Patterns of names, with <c>*</c> and <c>?</c>; upper and lower case are not the same.</summary>
public sealed record ObjectPatterns
{
    /// <summary>Patterns of schemas.</summary>
    public EquatableArray<string> Schemas { get; init; }

    /// <summary>Patterns of tables, views, foreign tables and sequences: <c>name</c> in every schema, or <c>schema.name</c>.</summary>
    public EquatableArray<string> Tables { get; init; }

    /// <summary>Patterns of objects of any kind, written like <see cref="Tables"/>; of a routine, its name without the arguments.</summary>
    public EquatableArray<string> Objects { get; init; }

    /// <summary>Patterns of the roles whose privileges are meant; <c>public</c> is PUBLIC.</summary>
    public EquatableArray<string> Roles { get; init; }

    /// <summary>Whether there is no pattern for objects at all.</summary>
    public bool IsEmpty => Schemas.IsEmpty && Tables.IsEmpty && Objects.IsEmpty;

    /// <summary>Whether a pattern fits the schema.</summary>
    public bool FitsSchema(string schema) => Schemas.Any(pattern => Fits(pattern, schema));

    /// <summary>Whether a pattern fits the table or its schema.</summary>
    public bool FitsTable(string schema, string table) => FitsObject(schema, table) || Fits(Tables, schema, table);

    /// <summary>Whether a pattern for objects of any kind fits the object, or one fits its schema.</summary>
    public bool FitsObject(string schema, string name) => FitsSchema(schema) || Fits(Objects, schema, name);

    /// <summary>Whether a pattern fits the role.</summary>
    public bool FitsRole(string role) => Roles.Any(pattern => Fits(pattern, role));

    private static bool Fits(EquatableArray<string> patterns, string schema, string name) =>
        patterns.Any(pattern => Fits(pattern, pattern.Contains('.', StringComparison.Ordinal) ? $"{schema}.{name}" : name));

    private static bool Fits(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);
}
