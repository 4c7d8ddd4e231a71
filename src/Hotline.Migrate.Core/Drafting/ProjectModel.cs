using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Drafting;

/// <summary>What the model classes and schema files of a project and of everything it references describe.</summary>
/// <param name="Schema">The desired schema, with the hints for the diff.</param>
/// <param name="Origins">Where each object comes from, as far as that is known.</param>
public sealed record ProjectModel(DatabaseSchema Schema, EquatableArray<ModelOrigin> Origins)
{
    /// <summary>The model of a project without model classes and schema files.</summary>
    public static ProjectModel Empty { get; } = new(DatabaseSchema.Empty, []);

    /// <summary>Where the object comes from, or <c>null</c>.</summary>
    public ModelOrigin? OriginOf(string kind, QualifiedName name)
    {
        var text = name.ToString();
        return Origins.FirstOrDefault(o => o.Kind == kind && o.Name == text);
    }
}
