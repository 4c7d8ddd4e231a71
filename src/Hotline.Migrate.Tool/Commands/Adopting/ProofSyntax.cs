using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Adopting;

/// <summary>The options about proving first migrations.</summary>
internal sealed class ProofSyntax(CommandSyntax syntax)
{
    private readonly FlagOption skip = syntax.Flag("--no-verify", "do not replay the migrations on a scratch database");
    private readonly TextOption scratch = syntax.Text("--scratch-url <URL>", "a server for the scratch database (default: the database's own)");

    /// <summary>The options as they were given.</summary>
    public ProofOptions Read() => new(skip.IsSet, scratch.Value);
}
