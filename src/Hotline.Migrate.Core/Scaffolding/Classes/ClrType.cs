namespace Hotline.Migrate.Scaffolding.Classes;

/// <summary>The C# type of a column, and what must be said beside it so that it means the column's type.</summary>
/// <param name="Name">The type as C# writes it, without <c>?</c>.</param>
internal sealed record ClrType(string Name)
{
    /// <summary>The namespace that it needs.</summary>
    public string? Using { get; init; }

    /// <summary>The namespace that its type argument needs.</summary>
    public string? ArgumentUsing { get; init; }

    /// <summary>Whether it is a class or an array, which is never absent by itself.</summary>
    public bool IsReference { get; init; }

    /// <summary>The column's type in full, where the C# type means another one.</summary>
    public string? TypeName { get; init; }

    /// <summary>The length of a text.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The precision, and the scale behind a comma, as <c>[Precision]</c> takes them.</summary>
    public string? Precision { get; init; }
}
