using Hotline.Migrate.Schema;

namespace Hotline.Migrate.SchemaFiles.Merging;

/// <summary>The kinds of objects behind the words of statements.</summary>
internal static class ReferenceKinds
{
    /// <summary>The kinds that a word may mean.</summary>
    public static IReadOnlyList<string> Of(string word) => word switch
    {
        "TABLE" => [SchemaKinds.Table],
        "TYPE" => [SchemaKinds.Enum, SchemaKinds.Composite, SchemaKinds.Range, SchemaKinds.Domain],
        "ROUTINE" => [SchemaKinds.Function, SchemaKinds.Procedure, SchemaKinds.Aggregate],
        "SERVER" or "FOREIGN SERVER" => [SchemaKinds.ForeignServer],
        _ => [word.Replace(' ', '_').ToLowerInvariant()],
    };

    /// <summary>Whether the word means something with arguments.</summary>
    public static bool IsRoutine(string word) => word is "FUNCTION" or "PROCEDURE" or "ROUTINE" or "AGGREGATE";
}
