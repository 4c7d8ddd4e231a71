using System.Globalization;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Reading.Constraints;

/// <summary>Reads indexes: our attribute's and EF Core's.</summary>
internal static class IndexReader
{
    /// <summary>The indexes of <c>[Index]</c> on the class and on properties.</summary>
    public static IEnumerable<TableIndex> Read(ModelContext context)
    {
        foreach (var (attribute, column) in ConstraintName.All(context, AttributeNames.Index, AttributeNames.EfIndex))
        {
            IReadOnlyList<string> texts = attribute.Texts.Count == 0 && column is not null ? [column.Column.Name] : attribute.Texts;
            var elements = Elements(context, attribute, texts);
            if (elements is null || context.ColumnNames(attribute, attribute.List("Include"), "Include") is not { } include)
            {
                continue;
            }

            var method = attribute.Text("Method")?.ToLowerInvariant() ?? TableIndex.DefaultMethod;
            foreach (var element in elements)
            {
                IndexExtensions.Need(context, method, element.Column is { } name ? context.FindColumn(name) : null, element.OperatorClass);
            }

            var names = elements.Select(e => e.Column ?? ObjectNames.Words(e.Expression!));
            yield return new TableIndex
            {
                Name = ConstraintName.OfIndex(context, attribute, "index", ObjectNames.Index(context.Table.Name, names, method)),
                Elements = elements.ToEquatableArray(),
                Method = method,
                Unique = attribute.Flag("IsUnique"),
                NullsNotDistinct = attribute.Flag("NullsNotDistinct"),
                Include = include.ToEquatableArray(),
                Where = attribute.Text("Where") is { } where ? SqlText.Unwrap(where) : null,
                StorageParameters = attribute.List("StorageParameters").OrderBy(p => p, StringComparer.Ordinal).ToEquatableArray(),
                Tablespace = attribute.Text("Tablespace"),
                Comment = attribute.Text("Comment"),
            };
        }
    }

    private static List<IndexElement>? Elements(ModelContext context, ModelAttribute attribute, IReadOnlyList<string> texts)
    {
        var descending = attribute.Items("IsDescending");
        var nulls = attribute.Items("Nulls");
        var classes = attribute.List("OperatorClasses");
        var collations = attribute.List("Collations");

        var allDescending = attribute.Flag("AllDescending");
        if (texts.Count == 0)
        {
            context.Report(DiagnosticCodes.InvalidArgument, attribute, "An index needs at least one property, column or expression.");
            return null;
        }

        if (new[] { descending.Count, nulls.Count, classes.Count, collations.Count }.Any(c => c > texts.Count))
        {
            context.Report(DiagnosticCodes.InvalidArgument, attribute, "A list of this index has more items than the index has elements.");
            return null;
        }

        var elements = new List<IndexElement>();
        for (var i = 0; i < texts.Count; i++)
        {
            if (Element(context, attribute, texts[i], i) is { } element)
            {
                elements.Add(element with
                {
                    Descending = allDescending || (i < descending.Count && descending[i] is true),
                    Nulls = i < nulls.Count && nulls[i] is int order ? (NullsOrder)order : NullsOrder.Default,
                    OperatorClass = NotEmpty(classes, i),
                    Collation = NotEmpty(collations, i) is { } collation ? Collation(collation) : null,
                });
            }
        }

        return elements.Count == texts.Count ? elements : null;
    }

    private static IndexElement? Element(ModelContext context, ModelAttribute attribute, string text, int index)
    {
        if (context.FindColumn(text) is { } column)
        {
            return new IndexElement { Column = column.Column.Name };
        }

        if (text.All(c => char.IsLetterOrDigit(c) || c is '_' or '.'))
        {
            context.Report(
                DiagnosticCodes.UnknownProperty,
                attribute,
                $"'{context.Model.Name}' has no column for '{text}'.",
                index.ToString(CultureInfo.InvariantCulture));
            return null;
        }

        return new IndexElement { Expression = SqlText.Unwrap(text) };
    }

    // A name may have dots ("en_US.utf8"), so that only quotes tell a schema from it.
    private static string Collation(string text) => text[0] == '"' && SqlIdentifier.Split(text) is { } names
        ? SqlIdentifier.Quote(names.Count == 1 ? QualifiedName.Of(names[0]) : new QualifiedName(names[0], names[1]))
        : SqlIdentifier.Quote(text);

    private static string? NotEmpty(IReadOnlyList<string> list, int index) => index < list.Count && list[index].Length > 0 ? list[index] : null;
}
