using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Reading.Constraints;

/// <summary>Reads exclusion constraints.</summary>
internal static class ExclusionReader
{
    private const string DefaultMethod = "gist";

    /// <summary>The constraints of <c>[Exclusion]</c> on the class.</summary>
    public static IEnumerable<ExclusionConstraint> Read(ModelContext context)
    {
        foreach (var attribute in context.Attributes.All(AttributeNames.Exclusion))
        {
            var elements = attribute.Texts.Select(e => Element(context, e, attribute.Text("Method") ?? DefaultMethod)).ToList();
            if (elements.Count == 0 || elements.Contains(null))
            {
                context.Report(
                    DiagnosticCodes.InvalidArgument,
                    attribute,
                    "Each element of an exclusion constraint is a property, column or expression, WITH and an operator: 'RoomId WITH ='.");
                continue;
            }

            var names = elements.Select(e => ObjectNames.Words(e!.Substring(0, With(e))));
            yield return new ExclusionConstraint
            {
                Name = ConstraintName.OfIndex(context, attribute, "exclusion constraint", ObjectNames.Exclusion(context.Table.Name, names)),
                Method = attribute.Text("Method") ?? DefaultMethod,
                Elements = elements.OfType<string>().ToEquatableArray(),
                Where = attribute.Text("Where") is { } where ? SqlText.Unwrap(where) : null,
                Deferrability = ConstraintName.Deferrability(attribute),
                Comment = attribute.Text("Comment"),
            };
        }
    }

    private static string? Element(ModelContext context, string text, string method)
    {
        var with = With(text);
        if (with <= 0)
        {
            return null;
        }

        var subject = text.Substring(0, with).Trim();
        var column = context.FindColumn(subject);
        IndexExtensions.Need(context, method, column);
        return (column is null ? subject : SqlIdentifier.Quote(column.Column.Name)) + " WITH " + text.Substring(with + " WITH ".Length).Trim();
    }

    private static int With(string text) => text.LastIndexOf(" WITH ", StringComparison.OrdinalIgnoreCase);
}
