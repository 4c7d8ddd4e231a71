using Hotline.Migrate.Files;

namespace Hotline.Migrate.Tool.Commands.SettingUp;

/// <summary>A file that the set-up writes or leaves alone.</summary>
/// <param name="Path">The file.</param>
/// <param name="Text">Its new text; <c>null</c> to leave it alone.</param>
/// <param name="Detail">What is done, or why nothing is.</param>
internal sealed record PlannedFile(string Path, string? Text, string Detail)
{
    /// <summary>Writes it, where there is something to write.</summary>
    public SetupStep Apply() => new(Path, Text is not null && TextFile.WriteAtomically(Path, Text), Detail);
}
