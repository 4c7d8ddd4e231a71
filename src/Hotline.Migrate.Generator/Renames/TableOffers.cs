using Hotline.Migrate.Generator.Reading;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hotline.Migrate.Generator.Renames;

/// <summary>Finds the tables and columns that may be renamed ones.</summary>
internal static class TableOffers
{
    /// <summary>Reports what is new in a model while something like it is gone.</summary>
    /// <param name="context">Takes the reports.</param>
    /// <param name="model">The model.</param>
    /// <param name="snapshot">What is there.</param>
    /// <param name="declared">What should be there; <c>null</c> where that cannot be known.</param>
    public static void Report(SymbolAnalysisContext context, INamedTypeSymbol model, Snapshot snapshot, Lazy<DeclaredObjects>? declared)
    {
        // With a property that cannot be read, its column would look as if it were gone.
        var reading = ModelReader.Read(model, context.CancellationToken);
        if (reading.Table is not { } table || reading.Problems.Count > 0)
        {
            return;
        }

        if ((snapshot.Table(table.Name) ?? snapshot.Table(table.RenamedFrom)) is { } before)
        {
            Columns(context, reading, table, before);
        }
        else if (declared is not null)
        {
            var offer = new RenameOffer("table", table.Name.ToString(), table.Name.Schema);
            foreach (var gone in LikeShapes.Tables(snapshot.Tables.Where(declared.Value.IsGone), table))
            {
                offer.Add(gone.Name);
            }

            Report(context, model, offer);
        }
    }

    private static void Columns(SymbolAnalysisContext context, ModelReading reading, Table table, Table before)
    {
        var there = new HashSet<string>(before.Columns.Select(c => c.Name), StringComparer.Ordinal);
        var said = table.Columns.SelectMany(c => new[] { c.Name, c.RenamedFrom }).OfType<string>();
        var gone = before.Columns.Where(c => !said.Contains(c.Name)).ToList();
        foreach (var column in table.Columns.Where(c => !there.Contains(c.Name) && !(c.RenamedFrom is { } old && there.Contains(old))))
        {
            // What a complex property's attributes say holds for each column that it is part of.
            if (reading.Members.FirstOrDefault(m => m.Column == column.Name) is not { } member || member.Path.Contains('.'))
            {
                continue;
            }

            var offer = new RenameOffer("column", $"{table.Name}.{column.Name}", table.Name.Schema);
            foreach (var like in LikeShapes.Columns(gone, column))
            {
                offer.Add(before.Name, like.Name);
            }

            Report(context, member.Property, offer);
        }
    }

    private static void Report(SymbolAnalysisContext context, ISymbol symbol, RenameOffer offer)
    {
        if (!offer.IsEmpty && symbol.Locations.FirstOrDefault(l => l.IsInSource) is { } location)
        {
            context.ReportDiagnostic(offer.At(location));
        }
    }
}
