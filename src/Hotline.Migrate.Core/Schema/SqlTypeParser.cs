using System.Text;

namespace Hotline.Migrate.Schema;

/// <summary>Takes the text of a type name apart.</summary>
internal sealed class SqlTypeParser
{
    private readonly string text;
    private int position;

    private SqlTypeParser(string text) => this.text = text;

    /// <summary>The parts of <paramref name="text"/>, or <c>null</c> if it is no type name.</summary>
    public static SqlTypeText? Parse(string text) => new SqlTypeParser(text).Type();

    private SqlTypeText? Type()
    {
        var names = new List<(string Text, bool Quoted)>();
        string? schema = null;
        List<string>? modifiers = null;
        var array = false;
        for (SkipSpace(); position < text.Length; SkipSpace())
        {
            switch (text[position])
            {
                case '(' when modifiers is null && names.Count > 0 && !array:
                    modifiers = Modifiers();
                    if (modifiers is null)
                    {
                        return null;
                    }

                    break;
                case '[' when names.Count > 0:
                    if (!Dimension())
                    {
                        return null;
                    }

                    array = true;
                    break;
                case '.' when names.Count == 1 && schema is null && modifiers is null:
                    position++;
                    schema = names[0].Text;
                    names.Clear();
                    break;
                default:
                    if (Name() is not { } name || array || (names.Count > 0 && (name.Quoted || names[0].Quoted || schema is not null)))
                    {
                        return null;
                    }

                    array = name is { Text: "array", Quoted: false } && names.Count > 0;
                    if (!array)
                    {
                        names.Add(name);
                    }

                    break;
            }
        }

        return names.Count == 0
            ? null
            : new SqlTypeText(schema, string.Join(" ", names.Select(n => n.Text)), names[0].Quoted, (modifiers ?? []).ToEquatableArray(), array);
    }

    private void SkipSpace()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }

    private (string Text, bool Quoted)? Name()
    {
        if (text[position] == '"')
        {
            return QuotedName() is { } quoted ? (quoted, true) : null;
        }

        var start = position;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] is '_' or '$' || char.IsSurrogate(text[position])))
        {
            position++;
        }

        return position == start || char.IsDigit(text[start]) || text[start] == '$'
            ? null
            : (text.Substring(start, position - start).ToLowerInvariant(), false);
    }

    private string? QuotedName()
    {
        var name = new StringBuilder();
        for (position++; position < text.Length; position++)
        {
            if (text[position] != '"')
            {
                name.Append(text[position]);
            }
            else if (position + 1 < text.Length && text[position + 1] == '"')
            {
                name.Append('"');
                position++;
            }
            else
            {
                position++;
                return name.Length > 0 ? name.ToString() : null;
            }
        }

        return null;
    }

    private List<string>? Modifiers()
    {
        var close = text.IndexOf(')', position);
        if (close < 0)
        {
            return null;
        }

        var items = text.Substring(position + 1, close - position - 1).Split(',').Select(m => m.Trim()).ToList();
        position = close + 1;
        return items.Any(m => m.Length == 0 || m.Contains('(')) ? null : items;
    }

    private bool Dimension()
    {
        var close = text.IndexOf(']', position);
        if (close < 0 || text.Substring(position + 1, close - position - 1).Trim().Any(c => c is < '0' or > '9'))
        {
            return false;
        }

        position = close + 1;
        return true;
    }
}
