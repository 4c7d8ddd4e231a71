namespace Hotline.Migrate.Schema;

/// <summary><c>GENERATED { ALWAYS | BY DEFAULT } AS IDENTITY</c>.</summary>
/// <param name="Always">Whether an INSERT must not give a value.</param>
/// <param name="Options">The options of its sequence.</param>
public sealed record Identity(bool Always, SequenceOptions Options);
