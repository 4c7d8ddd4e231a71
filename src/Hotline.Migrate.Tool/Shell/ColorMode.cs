namespace Hotline.Migrate.Tool.Shell;

/// <summary>When output is coloured.</summary>
internal enum ColorMode
{
    /// <summary>On a terminal, unless NO_COLOR or TERM=dumb says otherwise.</summary>
    Auto,

    /// <summary>Always, also in a pipe.</summary>
    Always,

    /// <summary>Never.</summary>
    Never,
}
