namespace Hotline.Migrate.LocalServers;

/// <summary>A program to run, without a shell.</summary>
internal sealed record ProcessCommand(string Program, params IReadOnlyList<string> Arguments)
{
    public string? WorkingDirectory { get; init; }

    /// <summary>Variables to set (or, with a null value, to remove) for the program.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; init; } = new Dictionary<string, string?>();

    /// <summary>
    /// False where a grandchild outlives the program and would hold its output open: a reader of the pipe waits for it.
    /// </summary>
    public bool CaptureOutput { get; init; } = true;
}
