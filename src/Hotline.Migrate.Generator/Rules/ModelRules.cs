using System.Collections.Immutable;
using Hotline.Migrate.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Rules;

/// <summary>What keeps a class from being a table. Each but HM0025 is an error: the build could only guess, or drop the table.</summary>
internal static class ModelRules
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ByCode = new (string Code, string Title)[]
    {
        (DiagnosticCodes.UnmappedType, "A property's type has no PostgreSQL type"),
        (DiagnosticCodes.MissingKey, "A model has no primary key"),
        (DiagnosticCodes.DuplicateColumn, "Two properties have the same column name"),
        (DiagnosticCodes.DuplicateTable, "Two models have the same table name"),
        (DiagnosticCodes.NotAModel, "A reference leads to a class that is no model"),
        (DiagnosticCodes.ForeignKeyType, "A foreign key's column and the referenced one differ in type"),
        (DiagnosticCodes.ForeignKeyColumns, "A foreign key has more or fewer columns than what it references"),
        (DiagnosticCodes.ReferencedColumns, "A foreign key references columns that are no key"),
        (DiagnosticCodes.InvalidIdentifier, "A name is empty, too long or reserved"),
        (DiagnosticCodes.UnknownProperty, "An attribute names a property that the model lacks"),
        (DiagnosticCodes.InvalidPrecision, "A precision, scale or length does not fit the type"),
        (DiagnosticCodes.IdentityType, "An identity column is not of an integer type"),
        (DiagnosticCodes.ConflictingColumn, "Attributes of a column exclude each other"),
        (DiagnosticCodes.ConflictingKeys, "A model has more than one primary key"),
        (DiagnosticCodes.InvalidDefault, "A default does not fit the column's type"),
        (DiagnosticCodes.InvalidModelClass, "A class cannot be a model"),
        (DiagnosticCodes.DuplicateName, "Two constraints or indexes have the same name"),
        (DiagnosticCodes.InvalidTypeName, "The text of [Column(TypeName)] is no type"),
        (DiagnosticCodes.InvalidArgument, "An attribute's argument has no meaning there"),
        (DiagnosticCodes.UnclearProperty, "Whether a property is a column cannot be seen from here"),
        (DiagnosticCodes.InvalidEnum, "A PostgreSQL enum has no label, or one twice"),
        (DiagnosticCodes.NoColumns, "A model has no column"),
        (DiagnosticCodes.MissingForeignKey, "No property holds the key of a navigation"),
        (DiagnosticCodes.UnclosedSql, "SQL of an attribute is not closed"),
    }.ToImmutableDictionary(rule => rule.Code, rule => Rule.Of(rule.Code, rule.Title, DiagnosticSeverity.Error))
        .Add(
            DiagnosticCodes.RequiredSetNull,
            Rule.Of(DiagnosticCodes.RequiredSetNull, "A required column is to be set to NULL when the referenced row is deleted", DiagnosticSeverity.Warning));

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [.. ByCode.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The rule of an HM code.</summary>
    public static DiagnosticDescriptor Of(string code) => ByCode[code];
}
