using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Rendering;

/// <summary>Enum types.</summary>
internal static class EnumSql
{
    public static IEnumerable<string> Create(EnumType type)
    {
        yield return Definition(type);
        if (type.Comment is { } comment)
        {
            yield return CommentSql.Set(new CommentTarget("TYPE", type.Name), comment);
        }
    }

    public static IEnumerable<string> Rename(QualifiedName old, QualifiedName @new)
    {
        if (old.Schema != @new.Schema)
        {
            yield return $"ALTER TYPE {SqlIdentifier.Quote(old)} SET SCHEMA {SqlIdentifier.Quote(@new.Schema)}";
        }

        if (old.Name != @new.Name)
        {
            yield return $"ALTER TYPE {SqlIdentifier.Quote(old with { Schema = @new.Schema })} RENAME TO {SqlIdentifier.Quote(@new.Name)}";
        }
    }

    public static string RenameValue(RenameEnumValue rename) =>
        $"ALTER TYPE {SqlIdentifier.Quote(rename.Type)} RENAME VALUE {SqlLiteral.Quote(rename.Old)} TO {SqlLiteral.Quote(rename.New)}";

    public static string AddValue(AddEnumValue add) =>
        $"ALTER TYPE {SqlIdentifier.Quote(add.Type)} ADD VALUE {(add.IsPermanent ? "IF NOT EXISTS " : "")}{SqlLiteral.Quote(add.Label)}"
        + (add.Before is { } before ? $" BEFORE {SqlLiteral.Quote(before)}" : "");

    public static IEnumerable<string> Replace(ReplaceEnumType replace)
    {
        var name = SqlIdentifier.Quote(replace.Old.Name);
        var aside = SpareName.Of(replace.Old.Name, "_old");
        yield return $"ALTER TYPE {name} RENAME TO {SqlIdentifier.Quote(aside.Name)}";
        foreach (var sql in Create(replace.New))
        {
            yield return sql;
        }

        foreach (var uses in replace.Uses.GroupBy(u => u.Table))
        {
            yield return AlterColumnSql.AlterTable(uses.Key, [.. uses.SelectMany(Convert)]);
        }

        yield return $"DROP TYPE {SqlIdentifier.Quote(aside)}";
    }

    private static IEnumerable<string> Convert(EnumUse use)
    {
        var column = SqlIdentifier.Quote(use.Column);
        if (use.OldDefault is not null)
        {
            yield return $"ALTER COLUMN {column} DROP DEFAULT";
        }

        var through = SqlTypeName.IsArray(use.Type) ? "text[]" : "text";
        yield return $"ALTER COLUMN {column} TYPE {use.Type} USING {column}::{through}::{use.Type}";
        if (use.NewDefault is { } value)
        {
            yield return $"ALTER COLUMN {column} SET DEFAULT {value}";
        }
    }

    private static string Definition(EnumType type)
    {
        var labels = type.Labels.Select(SqlLiteral.Quote).ToList();
        var oneLine = string.Join(", ", labels);
        return oneLine.Length <= 80
            ? $"CREATE TYPE {SqlIdentifier.Quote(type.Name)} AS ENUM ({oneLine})"
            : $"CREATE TYPE {SqlIdentifier.Quote(type.Name)} AS ENUM (\n    {string.Join(",\n    ", labels)}\n)";
    }
}
