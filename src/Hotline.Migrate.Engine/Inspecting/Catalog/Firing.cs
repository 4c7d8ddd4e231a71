namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>When a trigger, rule or event trigger fires, by the session's replication role.</summary>
internal static class Firing
{
    /// <summary>The words of the <c>ALTER</c> that says it; <c>null</c> for the state that everything is made with.</summary>
    public static string? Words(string code) => code switch
    {
        "D" => "DISABLE",
        "R" => "ENABLE REPLICA",
        "A" => "ENABLE ALWAYS",
        _ => null,
    };
}
