using Hotline.Migrate.Impact.Catalog;
using Hotline.Migrate.Impact.Reading;

namespace Hotline.Migrate.Impact;

/// <summary>Tells what statements that run one after the other lock, scan and rewrite.</summary>
/// <remarks>
/// It goes by the statements' texts and by the catalog as it was before the first of them, kept up with what they make: a table that is
/// new is nobody's, and a check that was validated spares <c>SET NOT NULL</c> its scan.
/// </remarks>
/// <param name="facts">What is known of the database before the first statement.</param>
public sealed class ImpactAnalysis(CatalogFacts facts)
{
    private readonly ImpactScope scope = new(facts);

    /// <summary>The functions that a statement calls for new columns: whether they are volatile decides about a rewrite.</summary>
    public static IReadOnlyList<string> FunctionsOf(string sql)
    {
        var words = new StatementWords(sql);
        return words.Take("ALTER") && words.Has("DEFAULT") ? [.. words.CalledFunctions()] : [];
    }

    /// <summary>The impact of the next statement.</summary>
    public StatementImpact Next(string sql)
    {
        var locks = new LockList(scope);
        var words = new StatementWords(sql);
        var isOpaque = words.Is("DO") || words.Is("CALL") || words.Is("EXECUTE");
        if (words.Take("CREATE"))
        {
            CreateReading.Read(words, scope, locks);
        }
        else if (words.Take("ALTER"))
        {
            AlterReading.Read(words, scope, locks);
        }
        else if (words.Take("DROP"))
        {
            DropReading.Read(words, scope, locks);
        }
        else if (!MaintenanceReading.TryRead(words, scope, locks))
        {
            RowReading.Read(words, scope, locks);
        }

        return locks.ToImpact(isOpaque);
    }
}
