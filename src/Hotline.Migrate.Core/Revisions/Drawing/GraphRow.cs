namespace Hotline.Migrate.Revisions.Drawing;

/// <summary>One line of a drawing.</summary>
/// <param name="Rails">The drawing itself; all lines of a drawing are padded to the same width.</param>
/// <param name="Node">The revision of this line; <c>null</c> where lines only part, join or pass.</param>
/// <param name="Below">What stands before more lines of text about the revision.</param>
public sealed record GraphRow(string Rails, RevisionNode? Node, string Below);
