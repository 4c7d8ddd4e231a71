using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Hotline.Migrate.Generator.Tests.Driving;

/// <summary>An additional file.</summary>
/// <param name="path">Its full path.</param>
/// <param name="text">Its text.</param>
/// <param name="isOurs">Whether it has the metadata of the schema folder.</param>
internal sealed class SqlText(string path, string text, bool isOurs = true) : AdditionalText
{
    public bool IsOurs { get; } = isOurs;

    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
