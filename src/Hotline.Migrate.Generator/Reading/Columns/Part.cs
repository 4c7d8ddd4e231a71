namespace Hotline.Migrate.Generator.Reading.Columns;

/// <summary>Where in a complex property a column is.</summary>
/// <param name="Path">The properties on the way, each with a dot behind it.</param>
/// <param name="Prefix">What the column's name begins with.</param>
/// <param name="Nullable">Whether a property on the way may be missing, which leaves the column NULL.</param>
/// <param name="Depth">How many properties are on the way.</param>
internal sealed record Part(string Path, string Prefix, bool Nullable, int Depth)
{
    /// <summary>A property of the model itself.</summary>
    public static Part None { get; } = new("", "", false, 0);

    /// <summary>The parts of a complex property that is itself here.</summary>
    public Part Within(string property, string column, bool nullable) =>
        new(Path + property + ".", Prefix + column + "_", Nullable || nullable, Depth + 1);
}
