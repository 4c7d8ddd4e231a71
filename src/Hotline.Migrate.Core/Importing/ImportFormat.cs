namespace Hotline.Migrate.Importing;

/// <summary>What the files of another tool look like.</summary>
public enum ImportFormat
{
    /// <summary>Python files with <c>revision</c> and <c>down_revision</c>.</summary>
    Alembic,

    /// <summary><c>V1__name.sql</c> with <c>U</c>, <c>R</c> and <c>B</c> beside it: Flyway and Evolve.</summary>
    Flyway,

    /// <summary><c>1_name.up.sql</c> and <c>1_name.down.sql</c>.</summary>
    UpDown,

    /// <summary>One file with <c>-- migrate:up</c> and <c>-- migrate:down</c>.</summary>
    Dbmate,

    /// <summary>One file with <c>-- +goose Up</c> and <c>-- +goose Down</c>.</summary>
    Goose,

    /// <summary>A folder with <c>migration.sql</c> for each migration.</summary>
    Prisma,

    /// <summary><c>001_name.sql</c>, up only.</summary>
    Plain,
}
