namespace Hotline.Migrate.Tool.Commands.Adopting;

/// <summary>How a database came to the tool.</summary>
internal sealed record AdoptOutcome
{
    /// <summary>The database, without its password; <c>null</c> where there was none.</summary>
    public string? Database { get; init; }

    /// <summary>Where the other tool says that the database is; <c>null</c> where none was asked.</summary>
    public AdoptedHistory? From { get; init; }

    /// <summary>The migrations, in order.</summary>
    public IReadOnlyList<AdoptedMigration> Migrations { get; init; } = [];

    /// <summary>What the first migration makes, by kind.</summary>
    public IReadOnlyDictionary<string, int> Objects { get; init; } = new Dictionary<string, int>();

    /// <summary>What the database holds and the migrations do not make.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Whether the migrations were replayed and make what the database holds; <c>null</c> where they were not replayed.</summary>
    public bool? Proven { get; init; }

    /// <summary>Whether nothing was done.</summary>
    public bool IsPlan { get; init; }

    /// <summary>Whether the migrations were there already, and only the database was recorded.</summary>
    public bool OnlyStamped { get; init; }
}
