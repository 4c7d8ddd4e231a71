using Hotline.Migrate.Operations;

namespace Hotline.Migrate.Rendering;

/// <summary>Writes the operations of one direction as the text of a section.</summary>
internal static class SectionWriter
{
    public static string Write(IReadOnlyList<Operation> operations, RenderOptions options) =>
        operations.Count == 0 && !options.ConcurrentIndexes ? "" : "";
}
