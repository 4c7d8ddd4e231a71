using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Migrations;

/// <summary>Statements of a long script that only bring data, one behind the other: they are read again when they run.</summary>
/// <param name="Script">Where they stand.</param>
/// <param name="StartByte">The first one's first byte.</param>
/// <param name="Count">How many statements there are.</param>
/// <param name="ContentHash">The hash of their text and data.</param>
/// <param name="Where">The first one's first character.</param>
public sealed record StreamedCommand(IScriptFile Script, long StartByte, int Count, string ContentHash, SourceLocation Where) : MigrationCommand(Where)
{
    /// <summary><c>standard_conforming_strings</c> as the script has set it before.</summary>
    internal bool StandardStrings { get; init; } = true;

    /// <summary>Reads the statements.</summary>
    public StreamedStatements Open()
    {
        var text = Script.Open(StartByte);
        return new(text, new SqlPartReader(Where.Path, default, text, hasDirectives: true, Where, StartByte, StandardStrings), Count);
    }
}
