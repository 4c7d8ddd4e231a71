using Hotline.Migrate.Diffing.Expressions;
using Hotline.Migrate.Diffing.Planning;
using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>Domains.</summary>
internal static class DomainSql
{
    public static IEnumerable<string> Create(Domain domain)
    {
        yield return Definition(domain);
        foreach (var sql in domain.Checks.Where(c => c.NotValid).Select(c => Add(domain.Name, c)))
        {
            yield return sql;
        }

        foreach (var sql in Comments(new Domain { Name = domain.Name, Type = domain.Type }, domain))
        {
            yield return sql;
        }
    }

    /// <summary>What is in the way goes first; a condition over rows that are there is added without looking at them, then validated.</summary>
    public static IEnumerable<string> Alter(Domain old, Domain @new)
    {
        var alter = $"ALTER DOMAIN {SqlIdentifier.Quote(@new.Name)}";
        var checks = DomainChecks.Of(old, @new);
        foreach (var check in checks.Gone)
        {
            yield return $"{alter} DROP CONSTRAINT {SqlIdentifier.Quote(check.Name)}";
        }

        foreach (var (from, to) in checks.Renamed)
        {
            yield return $"{alter} RENAME CONSTRAINT {SqlIdentifier.Quote(from)} TO {SqlIdentifier.Quote(to)}";
        }

        if (old.NotNull && !@new.NotNull)
        {
            yield return $"{alter} DROP NOT NULL";
        }

        if (!SqlExpression.SameDefault(old.Default, @new.Default, @new.Type))
        {
            yield return @new.Default is { } value ? $"{alter} SET DEFAULT {value}" : $"{alter} DROP DEFAULT";
        }

        foreach (var check in checks.Come)
        {
            yield return Add(@new.Name, check with { NotValid = true });
        }

        foreach (var check in checks.Come.Where(c => !c.NotValid).Concat(checks.Validated))
        {
            yield return $"{alter} VALIDATE CONSTRAINT {SqlIdentifier.Quote(check.Name)}";
        }

        if (!old.NotNull && @new.NotNull)
        {
            yield return $"{alter} SET NOT NULL";
        }

        foreach (var sql in Comments(old with { Checks = checks.Staying }, @new))
        {
            yield return sql;
        }
    }

    public static IEnumerable<string> Replace(ReplaceDomain replace)
    {
        var aside = SpareName.Of(replace.Old.Name, "_old");
        yield return $"ALTER DOMAIN {SqlIdentifier.Quote(replace.Old.Name)} RENAME TO {SqlIdentifier.Quote(aside.Name)}";
        foreach (var sql in Create(replace.New))
        {
            yield return sql;
        }

        foreach (var uses in replace.Uses.GroupBy(u => u.Table))
        {
            yield return AlterColumnSql.AlterTable(uses.Key, [.. uses.SelectMany(Convert)]);
        }

        yield return $"DROP DOMAIN {SqlIdentifier.Quote(aside)}";
    }

    public static IEnumerable<string> Convert(DomainUse use)
    {
        var column = SqlIdentifier.Quote(use.Column);
        if (use.OldDefault is not null)
        {
            yield return $"ALTER COLUMN {column} DROP DEFAULT";
        }

        yield return $"ALTER COLUMN {column} TYPE {use.Type}{(use.Using is { } expression ? $" USING {expression}" : "")}";
        if (use.NewDefault is { } value)
        {
            yield return $"ALTER COLUMN {column} SET DEFAULT {value}";
        }
    }

    private static string Definition(Domain domain)
    {
        string[] clauses =
        [
            .. domain.Collation is { } collation ? [$"COLLATE {collation}"] : Array.Empty<string>(),
            .. domain.Default is { } value ? [$"DEFAULT {DefaultExpression.InDefinition(value)}"] : Array.Empty<string>(),
            .. domain.NotNull ? ["NOT NULL"] : Array.Empty<string>(),
        ];
        var head = string.Join(" ", (string[])[$"CREATE DOMAIN {SqlIdentifier.Quote(domain.Name)} AS {domain.Type}", .. clauses]);
        return head + string.Concat(domain.Checks.Where(c => !c.NotValid).Select(c => "\n    " + Constraint(c)));
    }

    private static string Add(QualifiedName domain, CheckConstraint check) =>
        $"ALTER DOMAIN {SqlIdentifier.Quote(domain)} ADD {Constraint(check)}{(check.NotValid ? " NOT VALID" : "")}";

    private static string Constraint(CheckConstraint check) => $"CONSTRAINT {SqlIdentifier.Quote(check.Name)} CHECK ({check.Expression})";

    private static IEnumerable<string> Comments(Domain old, Domain @new)
    {
        if (old.Comment != @new.Comment)
        {
            yield return CommentSql.Set(new CommentTarget("DOMAIN", @new.Name), @new.Comment);
        }

        foreach (var check in @new.Checks.Where(c => c.Comment != old.Checks.FirstOrDefault(o => o.Name == c.Name)?.Comment))
        {
            yield return CommentSql.Set(new CommentTarget("DOMAIN CONSTRAINT", @new.Name, check.Name), check.Comment);
        }
    }
}
