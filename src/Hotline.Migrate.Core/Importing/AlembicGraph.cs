using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Importing;

/// <summary>The graph that Alembic's files make.</summary>
internal static class AlembicGraph
{
    /// <summary>What keeps the files from making one, each on its line.</summary>
    /// <param name="migrations">The migrations.</param>
    /// <param name="where">Where a variable of a file is set.</param>
    public static IEnumerable<Diagnostic> Problems(IReadOnlyList<ImportedMigration> migrations, Func<string, string, SourceLocation> where)
    {
        var byId = migrations.ToLookup(m => m.Revision, StringComparer.Ordinal);
        var labels = migrations.SelectMany(m => m.Labels).ToHashSet(StringComparer.Ordinal);
        foreach (var twice in byId.Where(g => g.Count() > 1))
        {
            yield return ImportProblems.Of(
                DiagnosticCodes.DuplicateRevision, where(twice.Last().Source.Path, "revision"),
                $"Revision {twice.Key} is there twice: {string.Join(", ", twice.Select(m => m.Name))}.", "Delete one of the files, or give it an id of its own.");
        }

        foreach (var migration in migrations)
        {
            foreach (var parent in migration.Parents.Where(p => !byId.Contains(p)))
            {
                yield return ImportProblems.Of(
                    DiagnosticCodes.MissingParent, where(migration.Source.Path, "down_revision"),
                    $"{migration.Name} builds on {parent}, and no file has that id.", $"Bring back the file of {parent}.");
            }

            foreach (var needed in migration.DependsOn.Where(d => !byId.Contains(d) && !labels.Contains(d)))
            {
                yield return ImportProblems.Of(
                    DiagnosticCodes.MissingDependency, where(migration.Source.Path, "depends_on"),
                    $"{migration.Name} depends on {needed}, and no file has that id or label.", $"Bring back the file of {needed}.");
            }
        }

        var sorted = Sort(migrations).ToHashSet();
        ImportedMigration[] circle = [.. migrations.Where(m => !sorted.Contains(m) && m.Parents.All(byId.Contains))];
        if (circle is [var first, ..])
        {
            yield return ImportProblems.Of(
                DiagnosticCodes.RevisionCycle, where(first.Source.Path, "down_revision"),
                $"These revisions are each other's parents, or stand on such: {string.Join(", ", circle.Select(m => m.Revision))}.",
                "Correct 'down_revision' in one of the files.");
        }
    }

    /// <summary>The migrations, each behind what it stands on; what is older comes first. Those of a circle are left out.</summary>
    public static IReadOnlyList<ImportedMigration> Sort(IReadOnlyList<ImportedMigration> migrations)
    {
        var labels = migrations.SelectMany(m => m.Labels.Select(l => (l, m.Revision))).ToLookup(l => l.l, l => l.Revision, StringComparer.Ordinal);
        var waiting = migrations.OrderBy(m => m.Created).ThenBy(m => m.Revision, StringComparer.Ordinal).ToList();
        var known = migrations.Select(m => m.Revision).ToHashSet(StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var sorted = new List<ImportedMigration>();
        while (waiting.FirstOrDefault(m => Needs(m).All(done.Contains)) is { } next)
        {
            waiting.Remove(next);
            done.Add(next.Revision);
            sorted.Add(next);
        }

        return sorted;

        IEnumerable<string> Needs(ImportedMigration migration) => migration.Parents.Where(p => known.Contains(p) || p == migration.Revision)
            .Concat(migration.DependsOn.SelectMany(d => known.Contains(d) ? [d] : labels[d]).Where(d => d != migration.Revision));
    }
}
