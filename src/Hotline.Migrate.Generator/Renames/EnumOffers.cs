using Hotline.Migrate.Generator.Reading.Types;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hotline.Migrate.Generator.Renames;

/// <summary>Finds the PostgreSQL enums and labels that may be renamed ones.</summary>
internal static class EnumOffers
{
    /// <summary>Reports what is new in an enum while something like it is gone.</summary>
    /// <param name="context">Takes the reports.</param>
    /// <param name="symbol">The enum.</param>
    /// <param name="snapshot">What is there.</param>
    /// <param name="declared">What should be there; <c>null</c> where that cannot be known.</param>
    public static void Report(SymbolAnalysisContext context, INamedTypeSymbol symbol, Snapshot snapshot, Lazy<DeclaredObjects>? declared)
    {
        if (EnumMapper.Map(symbol, []).EnumType is not { } type)
        {
            return;
        }

        if ((snapshot.Enum(type.Name) ?? snapshot.Enum(type.RenamedFrom)) is { } before)
        {
            Labels(context, symbol, type, before);
        }
        else if (declared is not null)
        {
            var offer = new RenameOffer("enum", type.Name.ToString(), type.Name.Schema);
            foreach (var gone in LikeShapes.Enums(snapshot.Enums.Where(declared.Value.IsGone), type))
            {
                offer.Add(gone.Name);
            }

            Report(context, symbol, offer);
        }
    }

    private static void Labels(SymbolAnalysisContext context, INamedTypeSymbol symbol, EnumType type, EnumType before)
    {
        var there = new HashSet<string>(before.Labels, StringComparer.Ordinal);
        var members = EnumMapper.LabelsOf(symbol, EnumLabels.Postgres).ToList();
        var said = new HashSet<string>(members.SelectMany(m => new[] { m.Label, EnumMapper.OldLabel(m.Member) }).OfType<string>(), StringComparer.Ordinal);
        var gone = before.Labels.Where(l => !said.Contains(l)).ToList();
        foreach (var (member, label) in members.Where(m => !there.Contains(m.Label) && !(EnumMapper.OldLabel(m.Member) is { } old && there.Contains(old))))
        {
            var offer = new RenameOffer("label", $"{type.Name}.{label}", type.Name.Schema);
            foreach (var like in LikeShapes.Labels(gone, label))
            {
                offer.Add(before.Name, like);
            }

            Report(context, member, offer);
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
