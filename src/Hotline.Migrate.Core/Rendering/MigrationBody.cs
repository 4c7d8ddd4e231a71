using Hotline.Migrate.Diffing;
using Hotline.Migrate.Operations;

namespace Hotline.Migrate.Rendering;

/// <summary>The text of a generated migration, without its header.</summary>
/// <param name="Upgrade">The upgrade section without its <c>-- hm:upgrade</c> line; it ends in a line feed, or is empty.</param>
/// <param name="Downgrade">The downgrade section, likewise.</param>
/// <param name="Losses">What the upgrade destroys.</param>
/// <param name="Reversibility">How far the downgrade goes back.</param>
public sealed record MigrationBody(
    string Upgrade,
    string Downgrade,
    IReadOnlyList<DataLoss> Losses,
    Reversibility Reversibility)
{
    /// <summary>Writes both sections. The same difference gives the same bytes.</summary>
    public static MigrationBody Compose(SchemaDiff diff, RenderOptions? options = null) => new(
        SectionWriter.Write(diff.Operations, options ?? RenderOptions.Default),
        ReversalNotes.Write(diff.Operations) + SectionWriter.Write(diff.Reverse, options ?? RenderOptions.Default),
        diff.Losses,
        diff.Reversibility);
}
