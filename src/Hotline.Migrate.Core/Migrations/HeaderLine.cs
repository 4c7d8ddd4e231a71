namespace Hotline.Migrate.Migrations;

/// <summary>A line of the header as it stands in the file.</summary>
/// <param name="Key">The key; empty where the line is not <c>-- key: value</c>.</param>
/// <param name="Value">The value, trimmed.</param>
/// <param name="Start">The line's first character.</param>
/// <param name="End">The position behind its line end.</param>
/// <param name="Line">Its number, from 1.</param>
/// <param name="KeyColumn">The column of the key, from 1.</param>
/// <param name="ValueColumn">The column of the value, from 1.</param>
internal readonly record struct HeaderLine(
    string Key, string Value, int Start, int End, int Line, int KeyColumn, int ValueColumn);
