using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Inspecting.Catalog;

/// <summary>What a column of a view or materialized view has that the view's query does not tell.</summary>
internal sealed record ViewColumn(string Name, string? Comment, string? Default, string? Storage, string? Compression, int? StatisticsTarget)
{
    /// <summary>The statements that give it to the column; <paramref name="target"/> begins each.</summary>
    public IEnumerable<string> Statements(string target)
    {
        var column = $"{target} ALTER COLUMN {SqlIdentifier.Quote(Name)} SET";
        if (Default is not null)
        {
            yield return $"{column} DEFAULT {Default}";
        }

        if (Storage is not null)
        {
            yield return $"{column} STORAGE {Storage.ToUpperInvariant()}";
        }

        if (Compression is not null)
        {
            yield return $"{column} COMPRESSION {Compression}";
        }

        if (StatisticsTarget is { } statistics)
        {
            yield return $"{column} STATISTICS {statistics}";
        }
    }
}
