namespace Hotline.Migrate.Importing;

/// <summary>A token of a Python file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; the value of a string.</param>
/// <param name="Line">Its line, from 1; of a string the line of its first character behind the quotes.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="IsLiteral">Whether a string says what it is: no <c>f</c> or <c>b</c> before it.</param>
internal readonly record struct PythonToken(PythonTokenKind Kind, string Text, int Line, int Column, bool IsLiteral = true)
{
    /// <summary>Whether it is this name or sign.</summary>
    public bool Is(string text) => Kind != PythonTokenKind.String && Text == text;
}
