using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Drafting;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Build.Sources;

/// <summary>The C# declarations of schema objects, or their statements in schema files.</summary>
internal sealed class SourcePlaces(ProjectModel model, SourceLocator locator)
{
    /// <summary>Where the property of that column is declared, else where the object's class or statement is, else <c>null</c>.</summary>
    public SourceLocation? Of(string kind, QualifiedName name, string? member)
    {
        if (model.OriginOf(kind, name) is not { } origin)
        {
            return null;
        }

        if (origin.Type is not { } type)
        {
            return origin.File;
        }

        // A constraint or an index that has no property of its own still belongs to the class.
        var property = member is null ? null : origin.PropertyOf(member) ?? member;
        return locator.Find(type, property);
    }
}
