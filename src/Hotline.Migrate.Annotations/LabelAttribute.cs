namespace Hotline.Migrate;

/// <summary>The label of an enum member in the database. Npgsql's <c>PgName</c> is understood too.</summary>
/// <remarks>Default: the member's name in snake_case in a PostgreSQL enum, the member's name as it is in a text column.</remarks>
[AttributeUsage(AttributeTargets.Field)]
public sealed class LabelAttribute : Attribute
{
    /// <summary>The label <paramref name="text"/>.</summary>
    public LabelAttribute(string text) => Text = text;

    /// <summary>The label.</summary>
    public string Text { get; }
}
