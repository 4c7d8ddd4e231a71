namespace Hotline.Migrate.Tool.Printing;

/// <summary>What must never be printed. It grows while the command finds connections.</summary>
internal sealed class SecretText
{
    private volatile Func<string, string>[] removers = [];

    /// <summary>Adds something that takes secrets out of a text.</summary>
    public void Learn(Func<string, string> remover) => removers = [.. removers, remover];

    /// <summary>The text without secrets.</summary>
    public string Remove(string text) => removers.Aggregate(text, (current, remover) => remover(current));
}
