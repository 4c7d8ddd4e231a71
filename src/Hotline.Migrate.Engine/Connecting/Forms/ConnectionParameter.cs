namespace Hotline.Migrate.Connecting.Forms;

/// <summary>One parameter as libpq names it, such as <c>dbname</c> or <c>sslmode</c>.</summary>
internal sealed record ConnectionParameter(string Key, string Value);
