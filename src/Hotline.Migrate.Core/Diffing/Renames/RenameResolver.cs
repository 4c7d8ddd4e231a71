using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Diffing.Planning;
using Hotline.Migrate.Diffing.Types;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Renames;

/// <summary>Finds renames by what the model and the answers say, and asks where something looks like one.</summary>
internal sealed class RenameResolver
{
    private readonly DatabaseSchema from;
    private readonly DatabaseSchema to;
    private readonly AnswerBook answers;
    private readonly List<DiffFinding> findings = [];
    private readonly List<RenameQuestion> questions = [];
    private readonly HashSet<QualifiedName> openTables = [];
    private readonly HashSet<QualifiedName> openEnums = [];
    private readonly HashSet<QualifiedName> openLabels = [];
    private readonly HashSet<QualifiedName> openTypes = [];
    private readonly HashSet<(QualifiedName, string)> openFields = [];
    private readonly HashSet<(QualifiedName, string)> openColumns = [];
    private readonly HashSet<(QualifiedName, string)> candidates = [];

    private RenameResolver(DatabaseSchema from, DatabaseSchema to, DiffAnswers answers)
    {
        this.from = from;
        this.to = to;
        this.answers = new AnswerBook(answers);
    }

    public static RenameResolution Resolve(DatabaseSchema from, DatabaseSchema to, DiffAnswers answers) =>
        new RenameResolver(from, to, answers).Resolve();

    private RenameResolution Resolve()
    {
        var enums = Objects<EnumType>(RenameKind.Enum, e => e.RenamedFrom, Similarity.OfEnums, openEnums);
        var renames = new RenameSet { Enums = enums };
        renames = renames with { Labels = Labels(renames) };
        var domains = Objects<Domain>(RenameKind.Domain, d => d.RenamedFrom, Similarity.OfDomains, openTypes);
        var composites = Objects<CompositeType>(RenameKind.Composite, c => c.RenamedFrom, Similarity.OfComposites, openTypes);
        renames = renames with { Types = domains.Concat(composites).ToDictionary(t => t.Key, t => t.Value) };
        renames = renames with { Fields = Fields(renames) };
        renames = renames with { Tables = Objects<Table>(RenameKind.Table, t => t.RenamedFrom, Similarity.OfTables, openTables) };
        renames = renames with { Columns = Columns(renames) };
        renames = renames with { Sequences = SequenceRenames.Of(from, to, renames) };
        return new RenameResolution(
            renames,
            new OpenQuestions { Tables = openTables, Enums = openEnums, Labels = openLabels, Types = openTypes, Fields = openFields, Columns = openColumns, Candidates = candidates },
            [.. findings, .. answers.Unused()],
            questions);
    }

    private Dictionary<QualifiedName, QualifiedName> Objects<T>(
        RenameKind kind,
        Func<T, QualifiedName?> hint,
        Func<T, T, bool> similar,
        HashSet<QualifiedName> open)
        where T : SchemaObject
    {
        var matching = Matching<QualifiedName>.Of(
            [.. from.Objects.OfType<T>().Select(o => o.Name)],
            [.. to.Objects.OfType<T>().Select(o => new NameMatch<QualifiedName>(o.Name, hint(o)))],
            (old, @new) => answers.Renames([old.ToString()], Spellings(old, @new)),
            answers.HasRenames ? (old, @new) => answers.Says([old.ToString()], Spellings(old, @new)) : null);
        foreach (var (old, @new) in matching.Renames)
        {
            answers.Renames([old.ToString()], [@new.ToString(), @new.Name]);
        }

        Wrong(
            kind,
            matching.Wrong,
            n => (n, null, n.ToString()),
            [.. from.Objects.OfType<T>().Select(o => o.Name)],
            n => similar(from.Find<T>(n)!, to.Find<T>(n)!));
        foreach (var (old, @new) in matching.Conflicts)
        {
            open.Add(old);
            Conflict(kind, @new, null, old.ToString(), @new.ToString());
        }

        foreach (var gone in matching.Gone.Where(g => !open.Contains(g) && !answers.Drops([g.ToString()])))
        {
            var like = matching.Come.Where(c => similar(from.Find<T>(gone)!, to.Find<T>(c)!)).ToList();
            if (like.Count > 0)
            {
                open.Add(gone);
                Ask(kind, like[0], null, gone.ToString(), like.Select(c => c.ToString()), HasAttributes(kind) ? Hint(gone, like[0]) : null);
            }
        }

        return matching.Renames;
    }

    private Dictionary<QualifiedName, IReadOnlyDictionary<string, string>> Columns(RenameSet renames)
    {
        var result = new Dictionary<QualifiedName, IReadOnlyDictionary<string, string>>();
        foreach (var old in from.Tables)
        {
            if (to.Find<Table>(renames.Table(old.Name)) is { } @new && Columns(old, @new, renames) is { Count: > 0 } columns)
            {
                result.Add(old.Name, columns);
            }
        }

        return result;
    }

    private Dictionary<string, string> Columns(Table old, Table @new, RenameSet renames)
    {
        var matching = Matching<string>.Of(
            [.. old.Columns.Select(c => c.Name)],
            [.. @new.Columns.Select(c => new NameMatch<string>(c.Name, c.RenamedFrom))],
            (gone, come) => answers.Renames(Spellings(old, @new, gone), [come, .. Spellings(old, @new, come)]),
            answers.HasRenames ? (gone, come) => answers.Says(Spellings(old, @new, gone), [come, .. Spellings(old, @new, come)]) : null);
        foreach (var (gone, come) in matching.Renames)
        {
            answers.Renames(Spellings(old, @new, gone), [come, .. Spellings(old, @new, come)]);
        }

        Wrong(
            RenameKind.Column,
            matching.Wrong,
            c => (@new.Name, c, $"{@new.Name}.{c}"),
            [.. old.Columns.Select(c => c.Name)],
            c => TypeName.SameBase(old.FindColumn(c)!.Type, @new.FindColumn(c)!.Type));
        foreach (var (gone, come) in matching.Conflicts)
        {
            openColumns.Add((@new.Name, gone));
            Conflict(RenameKind.Column, @new.Name, come, gone, come);
        }

        foreach (var gone in matching.Gone.Where(g => !openColumns.Contains((@new.Name, g)) && !answers.Drops(Spellings(old, @new, g))))
        {
            var like = matching.Come
                .Where(c => Similarity.OfColumns(old.FindColumn(gone)!, @new.FindColumn(c)!, renames) && !IsFilledFrom(@new.FindColumn(c)!, gone))
                .OrderByDescending(c => NameLikeness.Of(gone, c))
                .ToList();
            if (like.Count > 0)
            {
                openColumns.Add((@new.Name, gone));
                candidates.UnionWith(like.Select(c => (@new.Name, c)));
                Ask(RenameKind.Column, @new.Name, like[0], $"{@new.Name}.{gone}", like.Select(c => $"{@new.Name}.{c}"), Literal(gone));
            }
        }

        return matching.Renames;
    }

    private Dictionary<QualifiedName, IReadOnlyDictionary<string, string>> Labels(RenameSet renames)
    {
        var result = new Dictionary<QualifiedName, IReadOnlyDictionary<string, string>>();
        foreach (var old in from.Objects.OfType<EnumType>())
        {
            if (to.Find<EnumType>(renames.Enum(old.Name)) is { } @new && Labels(old, @new) is { Count: > 0 } labels)
            {
                result.Add(old.Name, labels);
            }
        }

        return result;
    }

    private Dictionary<string, string> Labels(EnumType old, EnumType @new)
    {
        var hints = @new.RenamedLabels.SelectMany(h => LabelHint.Of(h, @new.Labels)).ToLookup(h => h.New, h => h.Old);
        var matching = Matching<string>.Of(
            [.. old.Labels],
            [.. @new.Labels.Select(l => new NameMatch<string>(l, hints[l].FirstOrDefault(old.Labels.Contains) ?? hints[l].FirstOrDefault()))],
            (gone, come) => answers.Renames([$"{old.Name}.{gone}", $"{@new.Name}.{gone}"], [come, $"{@new.Name}.{come}"]));
        Wrong(RenameKind.Label, matching.Wrong, l => (@new.Name, l, $"{@new.Name}.{l}"), [.. old.Labels], _ => true);
        foreach (var (gone, come) in matching.Conflicts)
        {
            openLabels.Add(@new.Name);
            Conflict(RenameKind.Label, @new.Name, come, gone, come);
        }

        foreach (var gone in matching.Gone.Where(g => !answers.Drops([$"{old.Name}.{g}", $"{@new.Name}.{g}"]) && matching.Come.Count > 0))
        {
            openLabels.Add(@new.Name);
            var like = matching.Come.OrderByDescending(c => NameLikeness.Of(gone, c)).ToList();
            Ask(RenameKind.Label, @new.Name, like[0], $"{@new.Name}.{gone}", like.Select(c => $"{@new.Name}.{c}"), Literal(gone));
        }

        return matching.Renames;
    }

    private Dictionary<QualifiedName, IReadOnlyDictionary<string, string>> Fields(RenameSet renames)
    {
        var result = new Dictionary<QualifiedName, IReadOnlyDictionary<string, string>>();
        foreach (var old in from.Objects.OfType<CompositeType>())
        {
            if (to.Find<CompositeType>(renames.Type(old.Name)) is { } @new && Fields(old, @new) is { Count: > 0 } fields)
            {
                result.Add(old.Name, fields);
            }
        }

        return result;
    }

    private Dictionary<string, string> Fields(CompositeType old, CompositeType @new)
    {
        var matching = Matching<string>.Of(
            [.. old.Fields.Select(f => f.Name)],
            [.. @new.Fields.Select(f => new NameMatch<string>(f.Name, null))],
            (gone, come) => answers.Renames([$"{old.Name}.{gone}", $"{@new.Name}.{gone}"], [come, $"{@new.Name}.{come}"]));
        foreach (var gone in matching.Gone.Where(g => !answers.Drops([$"{old.Name}.{g}", $"{@new.Name}.{g}"])))
        {
            var type = old.Fields.First(f => f.Name == gone).Type;
            var like = matching.Come
                .Where(c => TypeName.SameBase(type, @new.Fields.First(f => f.Name == c).Type))
                .OrderByDescending(c => NameLikeness.Of(gone, c))
                .ToList();
            if (like.Count > 0)
            {
                openFields.Add((@new.Name, gone));
                Ask(RenameKind.Field, @new.Name, like[0], $"{@new.Name}.{gone}", like.Select(c => $"{@new.Name}.{c}"), hint: null);
            }
        }

        return matching.Renames;
    }

    // A column that says how to compute it from the one that is gone is no rename of that one.
    private static bool IsFilledFrom(Column column, string gone) => SqlExpression.Names(column.Backfill).Contains(gone);

    private static string[] Spellings(QualifiedName old, QualifiedName @new) => old.Schema == @new.Schema ? [@new.ToString(), @new.Name] : [@new.ToString()];

    private static string[] Spellings(Table old, Table @new, string column) =>
        [.. new[] { $"{old.Name}.{column}", $"{@new.Name}.{column}" }.Distinct()];

    // Domains and composite types are SQL files, which have no attributes.
    private static bool HasAttributes(RenameKind kind) => kind is RenameKind.Table or RenameKind.Enum;

    private static string Hint(QualifiedName old, QualifiedName @new) =>
        Literal(old.Name) + (old.Schema == @new.Schema ? "" : $", Schema = {Literal(old.Schema)}");

    private static string Literal(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private void Ask(RenameKind kind, QualifiedName name, string? member, string old, IEnumerable<string> like, string? hint)
    {
        var question = new RenameQuestion(kind, name, old, like.ToEquatableArray());
        questions.Add(question);
        findings.Add(RenameFindings.Question(question, member, hint));
    }

    /// <summary>Says which hints cannot be meant.</summary>
    /// <param name="kind">What they are about.</param>
    /// <param name="wrong">The hints.</param>
    /// <param name="place">Where a name is in the model, and what messages call it.</param>
    /// <param name="before">The names that there are. Where there is nothing yet, an old name can be that of an earlier life.</param>
    /// <param name="unchanged">Whether what has an old name again is as it was.</param>
    private void Wrong<T>(
        RenameKind kind,
        WrongHints<T> wrong,
        Func<T, (QualifiedName Name, string? Member, string Shown)> place,
        List<T> before,
        Predicate<T> unchanged)
        where T : class
    {
        foreach (var (old, @new, other) in wrong.Doubled)
        {
            var (name, member, shown) = place(@new);
            findings.Add(RenameFindings.Doubled(kind, name, member, place(old).Shown, shown, place(other).Shown));
        }

        foreach (var (old, @new) in wrong.Circles)
        {
            var (name, member, shown) = place(@new);
            findings.Add(RenameFindings.Circle(kind, name, member, place(old).Shown, shown));
        }

        foreach (var (old, @new) in wrong.Unknown.Where(_ => before.Count > 0))
        {
            var (name, member, shown) = place(@new);
            var nearest = NearestName.Of(place(old).Shown, before.Select(n => place(n).Shown));
            findings.Add(RenameFindings.Unknown(kind, name, member, place(old).Shown, shown, nearest));
        }

        foreach (var (old, @new) in wrong.StillThere.Where(s => unchanged(s.Old)))
        {
            var (name, member, shown) = place(@new);
            findings.Add(RenameFindings.StillThere(kind, name, member, place(old).Shown, shown));
        }
    }

    private void Conflict(RenameKind kind, QualifiedName name, string? member, string old, string @new) =>
        findings.Add(RenameFindings.Conflict(kind, name, member, old, @new));
}
