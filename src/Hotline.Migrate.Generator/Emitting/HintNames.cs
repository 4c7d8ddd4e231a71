using System.Globalization;
using System.Text;

namespace Hotline.Migrate.Generator.Emitting;

/// <summary>Names of generated files: of characters that every file system takes, and different also where case does not count.</summary>
internal static class HintNames
{
    /// <summary>The name of the file for something called <paramref name="name"/>.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 10);
        var hash = 2166136261U;
        var capitals = false;
        foreach (var c in name)
        {
            hash = unchecked((hash ^ c) * 16777619U);
            capitals |= char.IsUpper(c);
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_')
            {
                text.Append(c);
            }
            else
            {
                text.Append('-').Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        // The compiler takes User.g.cs and USER.g.cs for the same file.
        if (capitals)
        {
            text.Append('.').Append((hash & 0xFFFF).ToString("x4", CultureInfo.InvariantCulture));
        }

        return text.Append(".g.cs").ToString();
    }
}
