using Hotline.Migrate.Files;

namespace Hotline.Migrate.Importing;

/// <summary>What an import has to know beside the folder.</summary>
public sealed record ImportOptions
{
    /// <summary>The values of placeholders such as <c>${schema}</c>.</summary>
    public IReadOnlyDictionary<string, string> Placeholders { get; init; } = new Dictionary<string, string>();

    /// <summary>What <c>alembic upgrade --sql</c> and <c>downgrade --sql</c> wrote.</summary>
    public IReadOnlyList<SourceText> OfflineSql { get; init; } = [];

    /// <summary>The name of Alembic's table, whose rows the offline SQL changes, too.</summary>
    public string AlembicTable { get; init; } = "alembic_version";
}
