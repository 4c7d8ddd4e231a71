using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Definitions;

/// <summary>Decides how an object gets from one definition to another.</summary>
internal static class SqlObjectChanges
{
    /// <summary>The way, and the statements where it is <see cref="SqlObjectChange.Alter"/>.</summary>
    public static (SqlObjectChange Change, EquatableArray<string> Statements) Of(SqlObject old, SqlObject @new)
    {
        var undone = Undone(old, @new);
        if (SameDefinition(old, @new))
        {
            var come = @new.Additions.Where(a => !Has(old, a)).ToList();
            return undone is null ? (SqlObjectChange.Recreate, [])
                : undone.Count + come.Count > 0 ? (SqlObjectChange.Alter, [.. undone, .. come])
                : (SqlObjectChange.None, []);
        }

        if (undone is { Count: 0 } && Settings(old, @new) is { Count: > 0 } settings)
        {
            return (SqlObjectChange.Alter, [.. settings, .. @new.Additions.Where(a => !Has(old, a))]);
        }

        return undone is not null && Replaces(old, @new) ? (SqlObjectChange.Replace, []) : (SqlObjectChange.Recreate, []);
    }

    /// <summary>What takes back the additions that are gone; <c>null</c> if there is no statement for one of them.</summary>
    public static IReadOnlyList<string>? Undone(SqlObject old, SqlObject @new)
    {
        var result = new List<string>();
        foreach (var gone in old.Additions.Where(a => !Has(@new, a)))
        {
            if (AdditionUndo.Of(gone) is not { } undo)
            {
                return null;
            }

            result.Add(undo);
        }

        return result;
    }

    private static bool Has(SqlObject sqlObject, string addition) => sqlObject.Additions.Any(a => SqlDefinition.Same(a, addition));

    // Whether a materialized view holds its rows is no part of the schema.
    private static bool SameDefinition(SqlObject old, SqlObject @new) => old.Kind == SchemaKinds.MaterializedView
        ? WithoutData(old).SequenceEqual(WithoutData(@new))
        : SqlDefinition.Same(old.Definition, @new.Definition);

    private static List<string> WithoutData(SqlObject view) => DefinitionWords.Of(view.Definition) switch
    {
        [.. var words, "with", "no", "data"] => words,
        [.. var words, "with", "data"] => words,
        var words => words,
    };

    private static bool Replaces(SqlObject old, SqlObject @new) => old.Kind switch
    {
        SchemaKinds.Function or SchemaKinds.Procedure =>
            RoutineShape.Of(old.Definition) is { } before && RoutineShape.Of(@new.Definition)?.Replaces(before) == true,
        SchemaKinds.View =>
            ViewShape.Of(old.Definition) is { } before && ViewShape.Of(@new.Definition)?.Replaces(before) == true,
        SchemaKinds.Trigger => !IsConstraint(old) && !IsConstraint(@new),
        SchemaKinds.Rule => true,
        _ => false,
    };

    private static bool IsConstraint(SqlObject trigger) => DefinitionWords.Of(trigger.Definition) is [_, "constraint", ..];

    private static IReadOnlyList<string> Settings(SqlObject old, SqlObject @new) => old.Kind switch
    {
        SchemaKinds.View => ViewOptions.Change(old, @new),
        SchemaKinds.Publication => PublicationChange.Of(old, @new),
        SchemaKinds.ForeignDataWrapper or SchemaKinds.ForeignServer or SchemaKinds.ForeignTable => OptionChange.Of(old, @new),
        SchemaKinds.TextSearchDictionary => DictionaryOptions.Change(old, @new),
        _ => [],
    };
}
