namespace Hotline.Migrate.Importing;

/// <summary>The kinds of tokens in a Python file.</summary>
internal enum PythonTokenKind
{
    /// <summary>A name, keyword or number.</summary>
    Word,

    /// <summary>A string.</summary>
    String,

    /// <summary>A single sign.</summary>
    Sign,
}
