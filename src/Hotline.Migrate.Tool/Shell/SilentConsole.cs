using McMaster.Extensions.CommandLineUtils;

namespace Hotline.Migrate.Tool.Shell;

/// <summary>The parser's console: it swallows the hints and help that the parser would print to stdout or through a pager.</summary>
internal sealed class SilentConsole : IConsole
{
    /// <inheritdoc />
    public event ConsoleCancelEventHandler? CancelKeyPress
    {
        add { }
        remove { }
    }

    /// <inheritdoc />
    public TextWriter Out => TextWriter.Null;

    /// <inheritdoc />
    public TextWriter Error => TextWriter.Null;

    /// <inheritdoc />
    public TextReader In => TextReader.Null;

    /// <inheritdoc />
    public bool IsInputRedirected => true;

    /// <inheritdoc />
    public bool IsOutputRedirected => true;

    /// <inheritdoc />
    public bool IsErrorRedirected => true;

    /// <inheritdoc />
    public ConsoleColor ForegroundColor { get; set; }

    /// <inheritdoc />
    public ConsoleColor BackgroundColor { get; set; }

    /// <inheritdoc />
    public void ResetColor()
    {
    }
}
