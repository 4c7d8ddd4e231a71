using System.ComponentModel;

namespace Hotline.Migrate.Descriptors;

/// <summary>A file of the project's schema folder: SQL that describes views, routines, triggers, ... The generator writes it, the build reads it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class SchemaFileAttribute : Attribute
{
    /// <summary>The file.</summary>
    public SchemaFileAttribute(string path, string text)
    {
        Path = path;
        Text = text;
    }

    /// <summary>The path in the project, with <c>/</c>: <c>schema/views/active_calls.sql</c>.</summary>
    public string Path { get; }

    /// <summary>The text, lines ending in a line feed.</summary>
    public string Text { get; }
}
