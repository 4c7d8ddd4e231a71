using System.Buffers;
using System.Globalization;
using System.Text;

namespace Hotline.Migrate.Migrations;

/// <summary>The names of migration files, by a template.</summary>
/// <remarks>
/// The template's placeholders are <c>{revision}</c>, <c>{slug}</c> and times such as <c>{yyyyMMddHHmmss}</c> or
/// <c>{yyyy-MM-dd}</c> (UTC). Everything else stands for itself.
/// </remarks>
public static class MigrationFileName
{
    /// <summary>The template where the configuration has none.</summary>
    public const string DefaultTemplate = "{yyyyMMddHHmmss}_{revision}_{slug}.sql";

    private const string Extension = ".sql";
    private const string TimeLetters = "yMdHms-_.T";
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("/\\:*?\"<>|");

    /// <summary>The file name of a migration.</summary>
    /// <param name="template">A template without a <see cref="Problem"/>.</param>
    /// <param name="created">When the migration was made.</param>
    /// <param name="revision">Its id.</param>
    /// <param name="message">What it is for.</param>
    public static string Of(string template, DateTimeOffset created, string revision, string message)
    {
        var name = new StringBuilder();
        for (var position = 0; position < template.Length;)
        {
            var open = template.IndexOf('{', position);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                name.Append(template, position, template.Length - position);
                break;
            }

            name.Append(template, position, open - position);
            name.Append(template[(open + 1)..close] switch
            {
                "revision" => revision,
                "slug" => Slug.Of(message),
                var time => created.UtcDateTime.ToString(time, CultureInfo.InvariantCulture),
            });
            position = close + 1;
        }

        return name.ToString();
    }

    /// <summary>Why <paramref name="template"/> is no template, or <c>null</c> where it is one.</summary>
    public static string? Problem(string template)
    {
        if (!template.EndsWith(Extension, StringComparison.Ordinal))
        {
            return "it must end with .sql";
        }

        if (!template.Contains("{revision}", StringComparison.Ordinal))
        {
            return "it must hold {revision}, so that no two files have the same name";
        }

        if (template.AsSpan().IndexOfAny(Forbidden) >= 0 || template.Any(char.IsControl) || template[0] == '.')
        {
            return "it must be a file name that every system can hold, without folders";
        }

        var open = -1;
        for (var i = 0; i < template.Length; i++)
        {
            switch (template[i], open)
            {
                case ('{', < 0):
                    open = i;
                    break;
                case ('{', _) or ('}', < 0):
                    return "its braces do not match";
                case ('}', _):
                    if (!IsPlaceholder(template[(open + 1)..i]))
                    {
                        return $"{template[open..(i + 1)]} is no placeholder; there are {{revision}}, {{slug}} and times such as {{yyyyMMddHHmmss}}";
                    }

                    open = -1;
                    break;
            }
        }

        return open < 0 ? null : "its braces do not match";
    }

    // One letter alone would be a standard format of .NET, with slashes and colons.
    private static bool IsPlaceholder(string name) =>
        name is "revision" or "slug" || (name.Length > 1 && name.All(TimeLetters.Contains));
}
