namespace Hotline.Migrate.Tool.Printing;

/// <summary>Writes what takes long on a screen, one line each.</summary>
internal sealed class ScreenProgress(Screen screen) : IProgress<string>
{
    /// <inheritdoc />
    public void Report(string value)
    {
        if (!screen.IsQuiet)
        {
            screen.Line(Styled.Muted(value));
        }
    }
}
