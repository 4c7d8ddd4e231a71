namespace Hotline.Migrate.Tool.Shell;

/// <summary>What the commands of other migration tools are called here.</summary>
internal static class OtherTools
{
    /// <summary>Our command for a verb of another tool, or <c>null</c>.</summary>
    public static string? CommandFor(string verb) => verb.ToLowerInvariant() switch
    {
        "revision" or "add" or "generate" or "migrations" or "migration" or "make" or "makemigrations" => "create",
        "update" or "apply" or "migrate" or "deploy" or "database" or "run" => "upgrade",
        "rollback" or "revert" or "undo" or "remove" => "downgrade",
        "status" or "info" or "version" => "current",
        "list" or "branches" or "graph" => "history",
        "validate" or "diff" or "has-pending-model-changes" => "check",
        "sql" => "script",
        "resolve" or "mark" => "stamp",
        _ => null,
    };
}
