using System.Text.Json;

namespace Hotline.Migrate.Tool.Tests.Infrastructure;

/// <summary>How a process of the tool ended.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>stdout as the one JSON document that it must be.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>The code of the error in the JSON document.</summary>
    public string? ErrorCode => Json.GetProperty("error").GetProperty("code").GetString();

    /// <summary>Everything that the process printed, for golden files.</summary>
    public string Transcript => $"exit code {ExitCode}\n--- stdout\n{Output}--- stderr\n{Error}";

    /// <summary>Fails with all that was printed when the exit code is another.</summary>
    public ToolResult Exits(int code)
    {
        Assert.True(ExitCode == code, $"Exit code {code} expected.\n{Transcript}");
        return this;
    }
}
