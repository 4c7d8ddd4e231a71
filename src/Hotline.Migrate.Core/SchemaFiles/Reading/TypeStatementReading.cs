using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;
using Hotline.Migrate.SchemaFiles.Statements;

namespace Hotline.Migrate.SchemaFiles.Reading;

/// <summary>Reads <c>CREATE TYPE</c> and <c>CREATE DOMAIN</c>.</summary>
internal static class TypeStatementReading
{
    /// <summary>An enum, composite or range type; the cursor is behind the word.</summary>
    public static SchemaObject Type(StatementCursor cursor, int kind)
    {
        var start = cursor.Index;
        var name = cursor.Name();
        if (cursor.Take("AS", "ENUM"))
        {
            return Enum(cursor, name);
        }

        if (cursor.Take("AS", "RANGE"))
        {
            return SqlObject.Of(SchemaKinds.Range, name, DefinitionText.Of(cursor, kind, start, start));
        }

        if (!cursor.Take("AS"))
        {
            throw cursor.RefusedWhole(
                DiagnosticCodes.SchemaFileObjectUnknown,
                "A base type is no object that the schema knows, so its changes would not be seen.",
                "Move the statement into a migration.");
        }

        return Composite(cursor, name);
    }

    /// <summary>A domain; the cursor is behind the word.</summary>
    public static Domain Domain(StatementCursor cursor)
    {
        var name = cursor.Name();
        cursor.Take("AS");
        var domain = new Domain { Name = name, Type = cursor.Type() };
        var checks = new List<CheckConstraint>();
        while (!cursor.IsAtEnd)
        {
            if (cursor.Collation() is { } collation)
            {
                domain = domain with { Collation = collation };
                continue;
            }

            var constraint = cursor.Take("CONSTRAINT") ? cursor.Identifier() : null;
            if (cursor.Take("DEFAULT"))
            {
                domain = domain with { Default = Default(cursor) };
            }
            else if (cursor.Take("NOT", "NULL"))
            {
                domain = domain with { NotNull = true };
            }
            else if (cursor.Take("CHECK"))
            {
                checks.Add(Check(cursor, constraint ?? CheckName(name.Name, checks)));
            }
            else
            {
                cursor.Expect("NULL");
            }
        }

        return domain with { Checks = checks.OrderBy(c => c.Name, StringComparer.Ordinal).ToEquatableArray() };
    }

    /// <summary>A condition that comes to a domain, which is the one place where it can be said to be <c>NOT VALID</c>; the cursor is behind <c>ADD</c>.</summary>
    public static AddedDomainCheck AddedCheck(StatementCursor cursor, QualifiedName domain)
    {
        cursor.Expect("CONSTRAINT");
        var name = cursor.Identifier();
        cursor.Expect("CHECK");
        var check = Check(cursor, name);
        cursor.ExpectEnd();
        return new AddedDomainCheck(domain, check);
    }

    extension(StatementCursor cursor)
    {
        /// <summary>Steps over <c>COLLATE name</c> and tells the name as SQL; <c>null</c> where there is none.</summary>
        public string? Collation() => cursor.Take("COLLATE") ? SqlIdentifier.Quote(WithoutCatalog(cursor.Name("a collation"))) : null;
    }

    private static CheckConstraint Check(StatementCursor cursor, string name) => new()
    {
        Name = name,
        Expression = ExpressionText.WithoutOuterParentheses(cursor.Parenthesised()),
        NotValid = cursor.Take("NOT", "VALID"),
    };

    private static QualifiedName WithoutCatalog(QualifiedName name) => name.Schema == "pg_catalog" ? QualifiedName.Of(name.Name) : name;

    private static EnumType Enum(StatementCursor cursor, QualifiedName name)
    {
        cursor.ExpectSymbol('(');
        IReadOnlyList<string> labels = cursor.IsSymbol(')') ? [] : cursor.List(c => c.Text());
        cursor.ExpectSymbol(')');
        cursor.ExpectEnd();
        if (labels.GroupBy(l => l, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw cursor.RefusedWhole(DiagnosticCodes.SchemaFileSyntax, $"The enum {name} has the label '{twice.Key}' twice.");
        }

        return new EnumType { Name = name, Labels = labels.ToEquatableArray() };
    }

    private static CompositeType Composite(StatementCursor cursor, QualifiedName name)
    {
        cursor.ExpectSymbol('(');
        IReadOnlyList<CompositeField> fields = cursor.IsSymbol(')') ? [] : cursor.List(Field);
        cursor.ExpectSymbol(')');
        cursor.ExpectEnd();
        return new CompositeType { Name = name, Fields = fields.ToEquatableArray() };
    }

    private static CompositeField Field(StatementCursor cursor)
    {
        var field = new CompositeField { Name = cursor.Identifier("a field"), Type = cursor.Type() };
        return field with { Collation = cursor.Collation() };
    }

    /// <summary>The expression up to the next clause: none of those words begins an expression or goes on with one.</summary>
    private static string Default(StatementCursor cursor)
    {
        var start = cursor.Index;
        while (!cursor.IsAtEnd && !cursor.Is("CONSTRAINT") && !cursor.Is("CHECK") && !cursor.Is("COLLATE") && !IsNullClause(cursor, start))
        {
            cursor.Skip();
        }

        return start < cursor.Index ? cursor.TextFrom(start) : throw cursor.Unexpected("an expression");
    }

    private static bool IsNullClause(StatementCursor cursor, int start)
    {
        if (cursor.Index == start)
        {
            return false;
        }

        var at = cursor.Index;
        var isClause = cursor.Take("NULL") || cursor.Take("NOT", "NULL");
        cursor.Index = at;
        return isClause && !cursor.FollowsIs();
    }

    extension(StatementCursor cursor)
    {
        private bool FollowsIs()
        {
            cursor.Index--;
            var isIs = cursor.Is("IS");
            cursor.Index++;
            return isIs;
        }
    }

    private static string CheckName(string domain, List<CheckConstraint> checks)
    {
        var name = ObjectNames.Check(domain, []);
        for (var number = 1; checks.Exists(c => c.Name == name); number++)
        {
            name = ObjectNames.Check(domain, []) + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }
}
