using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hotline.Migrate.Migrations;

namespace Hotline.Migrate.Running;

/// <summary>Hashes over the first commands of a section: what a rerun must find unchanged before it goes on behind them.</summary>
internal static class CommandPrefix
{
    /// <summary>The hash over no command, over the first one, over the first two, and so on.</summary>
    public static string[] Hashes(IReadOnlyList<MigrationCommand> commands)
    {
        var hashes = new string[commands.Count + 1];
        hashes[0] = "";
        for (var i = 0; i < commands.Count; i++)
        {
            var text = $"{hashes[i]}\n{Content(commands[i]).ReplaceLineEndings("\n")}";
            hashes[i + 1] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        }

        return hashes;
    }

    /// <summary>The text of a command, for people.</summary>
    public static string Text(MigrationCommand command) => command switch
    {
        SqlCommand sql => sql.Sql,
        CodeCommand code => code.TypeName,
        CopyCommand copy => copy.Sql,
        BatchCommand batch => batch.Sql,
        StreamedCommand streamed => string.Create(CultureInfo.InvariantCulture, $"{streamed.Count} statements with data"),
        _ => command.ToString(),
    };

    private static string Content(MigrationCommand command) => command switch
    {
        CopyCommand copy => $"{copy.Sql}\n{copy.Data}",
        StreamedCommand streamed => streamed.ContentHash,
        _ => Text(command),
    };
}
