namespace Hotline.Migrate;

/// <summary>The text of <c>COMMENT ON</c> a table, a column or an enum type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property | AttributeTargets.Enum)]
public sealed class CommentAttribute : Attribute
{
    /// <summary>The comment <paramref name="text"/>.</summary>
    public CommentAttribute(string text) => Text = text;

    /// <summary>The text.</summary>
    public string Text { get; }
}
