namespace Hotline.Migrate.Importing;

/// <summary>A migration tool that a project may come from.</summary>
public enum OtherTool
{
    /// <summary>Alembic (Python).</summary>
    Alembic,

    /// <summary>Entity Framework Core.</summary>
    EntityFramework,

    /// <summary>Flyway.</summary>
    Flyway,

    /// <summary>DbUp.</summary>
    DbUp,

    /// <summary>Evolve.</summary>
    Evolve,

    /// <summary>FluentMigrator.</summary>
    FluentMigrator,

    /// <summary>grate, and RoundhousE, whose tables it took over.</summary>
    Grate,

    /// <summary>golang-migrate.</summary>
    GolangMigrate,

    /// <summary>Prisma Migrate.</summary>
    Prisma,

    /// <summary>Rails (Active Record).</summary>
    Rails,

    /// <summary>dbmate.</summary>
    Dbmate,

    /// <summary>goose.</summary>
    Goose,
}
