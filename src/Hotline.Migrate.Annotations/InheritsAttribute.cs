namespace Hotline.Migrate;

/// <summary>The table inherits from other tables (<c>INHERITS</c>). The class has only the columns that the table declares itself.</summary>
/// <remarks>Deriving from the parent's class in C# is possible and not needed; its properties are then the parent's columns alone.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InheritsAttribute : Attribute
{
    /// <summary>A table that inherits from those of <paramref name="parents"/>, in that order.</summary>
    public InheritsAttribute(params Type[] parents) => Parents = parents;

    /// <summary>The models of the parents.</summary>
    public Type[] Parents { get; }
}
