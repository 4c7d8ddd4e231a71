using Hotline.Migrate.Diffing;
using Hotline.Migrate.Rendering;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Engine.Tests.Rendering;

/// <summary>A change of a schema, told by the SQL that makes it before and after.</summary>
internal sealed record Change(string From, string To)
{
    /// <summary>Statements that fill the tables before the change.</summary>
    public string Rows { get; init; } = "";

    /// <summary>Answers to rename questions.</summary>
    public DiffAnswers Answers { get; init; } = DiffAnswers.None;

    /// <summary>How the migration is written.</summary>
    public RenderOptions Rendering { get; init; } = RenderOptions.Online;

    /// <summary>Hints that SQL cannot tell.</summary>
    public Func<Table, Table> Hints { get; init; } = table => table;

    /// <summary>Whether the rows survive the way there and back.</summary>
    public string? Survives { get; init; }

    /// <summary>The oldest major version of PostgreSQL that knows what the change is about.</summary>
    public int MinimumMajor { get; init; }

    /// <summary>An extension that the server must have.</summary>
    public string? Extension { get; init; }

    /// <summary>A query after the last upgrade.</summary>
    public string? After { get; init; }

    /// <summary>What <see cref="After"/> gives.</summary>
    public string? Gives { get; init; }
}
