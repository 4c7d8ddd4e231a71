using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Importing;

/// <summary>The migrations of another tool's folder.</summary>
/// <param name="Format">What they look like.</param>
/// <param name="Migrations">The migrations in the order in which that tool would run them.</param>
/// <param name="Warnings">What was left out.</param>
public sealed record ImportedFolder(ImportFormat Format, IReadOnlyList<ImportedMigration> Migrations, IReadOnlyList<Diagnostic> Warnings)
{
    /// <summary>Whether a tool's history can be about such files.</summary>
    public bool Fits(OtherTool tool) => Format switch
    {
        ImportFormat.Alembic => tool == OtherTool.Alembic,
        ImportFormat.Flyway => tool is OtherTool.Flyway or OtherTool.Evolve,
        ImportFormat.UpDown => tool == OtherTool.GolangMigrate,
        ImportFormat.Dbmate => tool == OtherTool.Dbmate,
        ImportFormat.Goose => tool == OtherTool.Goose,
        ImportFormat.Prisma => tool == OtherTool.Prisma,
        _ => tool is OtherTool.DbUp or OtherTool.Grate,
    };
}
