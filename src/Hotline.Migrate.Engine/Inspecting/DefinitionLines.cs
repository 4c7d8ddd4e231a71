using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Inspecting;

/// <summary>Tells the lines in which two texts differ.</summary>
internal static class DefinitionLines
{
    public static EquatableArray<string> Changed(string expected, string found)
    {
        string[] old = expected.ReplaceLineEndings("\n").Split('\n');
        string[] @new = found.ReplaceLineEndings("\n").Split('\n');
        return
        [
            .. old.Except(@new, StringComparer.Ordinal).Select(line => "expected " + line.Trim()),
            .. @new.Except(old, StringComparer.Ordinal).Select(line => "found    " + line.Trim()),
        ];
    }
}
