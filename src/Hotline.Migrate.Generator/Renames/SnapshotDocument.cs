using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Renames;

/// <summary>Reads the names and types in a snapshot file: in the fixed form that the tool writes, a column or label a line.</summary>
/// <remarks>What is not of that form is not looked at: the build says what is wrong with a file.</remarks>
internal static class SnapshotDocument
{
    private const string Member = "  \"";
    private const string Item = "    ";
    private const string ListEnd = "  ]";

    /// <summary>The table with its columns or the enum with its labels; <c>null</c> for anything else.</summary>
    public static SchemaObject? Read(string text)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        var columns = new List<Column>();
        var labels = new List<string>();
        string? list = null;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith(ListEnd, StringComparison.Ordinal))
            {
                list = null;
            }
            else if (line.StartsWith(Item, StringComparison.Ordinal))
            {
                ReadItem(list, line, columns, labels);
            }
            else if (line.StartsWith(Member, StringComparison.Ordinal))
            {
                list = ReadMember(line, members) ?? list;
            }
        }

        if (!members.TryGetValue("kind", out var kind) || !members.TryGetValue("schema", out var schema) || !members.TryGetValue("name", out var name))
        {
            return null;
        }

        return kind switch
        {
            SchemaKinds.Table => new Table { Name = new QualifiedName(schema, name), Columns = columns.ToEquatableArray() },
            SchemaKinds.Enum => new EnumType { Name = new QualifiedName(schema, name), Labels = labels.ToEquatableArray() },
            _ => null,
        };
    }

    /// <summary>Notes a text member; the name of a list that starts.</summary>
    private static string? ReadMember(string line, Dictionary<string, string> members)
    {
        var at = Item.Length / 2;
        if (JsonString.Read(line, ref at) is not { } name || !Skip(line, ref at, ": "))
        {
            return null;
        }

        if (JsonString.Read(line, ref at) is { } value)
        {
            members[name] = value;
        }

        return at < line.Length && line[at] == '[' ? name : null;
    }

    private static void ReadItem(string? list, string line, List<Column> columns, List<string> labels)
    {
        var at = Item.Length;
        switch (list)
        {
            case "columns" when Skip(line, ref at, "{\"name\": ")
                && JsonString.Read(line, ref at) is { } name
                && Skip(line, ref at, ", \"type\": ")
                && JsonString.Read(line, ref at) is { } type:
                columns.Add(new Column { Name = name, Type = type, Generated = Generated(line, at) });
                break;
            case "labels" when JsonString.Read(line, ref at) is { } label:
                labels.Add(label);
                break;
        }
    }

    // Quotes inside of a text are escaped, so that this cannot be part of one.
    private static GeneratedColumn? Generated(string line, int at) =>
        line.IndexOf(", \"generated\": {", at, StringComparison.Ordinal) >= 0 ? new GeneratedColumn("", false) : null;

    private static bool Skip(string line, ref int at, string text)
    {
        if (string.CompareOrdinal(line, at, text, 0, text.Length) != 0)
        {
            return false;
        }

        at += text.Length;
        return true;
    }
}
