using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>Extensions.</summary>
internal static class ExtensionSql
{
    public static IEnumerable<string> Create(Extension extension)
    {
        yield return $"CREATE EXTENSION IF NOT EXISTS {Name(extension)}"
            + (extension.InstallSchema is { } schema ? $" SCHEMA {SqlIdentifier.Quote(schema)}" : "")
            + (extension.Version is { } version ? $" VERSION {SqlLiteral.Quote(version)}" : "");
        if (extension.Comment is { } comment)
        {
            yield return CommentSql.Set(new Operations.CommentTarget("EXTENSION", extension.Name), comment);
        }
    }

    public static IEnumerable<string> Alter(Extension old, Extension @new)
    {
        if (old.InstallSchema != @new.InstallSchema)
        {
            yield return $"ALTER EXTENSION {Name(@new)} SET SCHEMA {SqlIdentifier.Quote(@new.InstallSchema ?? QualifiedName.DefaultSchema)}";
        }

        if (old.Version != @new.Version)
        {
            yield return $"ALTER EXTENSION {Name(@new)} UPDATE{(@new.Version is { } version ? $" TO {SqlLiteral.Quote(version)}" : "")}";
        }
    }

    private static string Name(Extension extension) => SqlIdentifier.Quote(extension.Name.Name);
}
