using System.Globalization;
using System.Text;

namespace Hotline.Migrate.Descriptors.Writing;

/// <summary>
/// Writes JSON in one fixed form: a member of the document a line, an item of its lists a line, everything
/// deeper on that line, LF. So a change of one column is a change of one line.
/// </summary>
/// <remarks>It is compiled into the generator too, which must not bring System.Text.Json into the compiler's process.</remarks>
internal sealed class CanonicalJsonWriter
{
    private readonly StringBuilder text = new();
    private int depth;
    private bool empty = true;

    /// <summary>Starts an object, as a member of that name or, with <c>null</c>, as an item.</summary>
    public void StartObject(string? name = null) => Start(name, '{');

    /// <summary>Ends the innermost object.</summary>
    public void EndObject() => End('}');

    /// <summary>Starts a list, as a member of that name.</summary>
    public void StartList(string? name) => Start(name, '[');

    /// <summary>Ends the innermost list.</summary>
    public void EndList() => End(']');

    /// <summary>Writes a text member, or an item where <paramref name="name"/> is <c>null</c>.</summary>
    public void Text(string? name, string value)
    {
        Prefix(name);
        Quote(value);
    }

    /// <summary>Writes a whole number.</summary>
    public void Number(string name, long value)
    {
        Prefix(name);
        text.Append(value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Writes <c>true</c>.</summary>
    public void True(string name)
    {
        Prefix(name);
        text.Append("true");
    }

    /// <summary>The document, with a final line feed.</summary>
    public string Finish() => text.Append('\n').ToString();

    private void Start(string? name, char bracket)
    {
        if (depth > 0)
        {
            Prefix(name);
        }

        text.Append(bracket);
        depth++;
        empty = true;
    }

    private void End(char bracket)
    {
        depth--;
        if (!empty && depth < 2)
        {
            text.Append('\n').Append(' ', depth * 2);
        }

        text.Append(bracket);
        empty = false;
    }

    private void Prefix(string? name)
    {
        if (!empty)
        {
            text.Append(',');
        }

        if (depth <= 2)
        {
            text.Append('\n').Append(' ', depth * 2);
        }
        else if (!empty)
        {
            text.Append(' ');
        }

        empty = false;
        if (name is not null)
        {
            Quote(name);
            text.Append(": ");
        }
    }

    private void Quote(string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                default:
                    if (c < ' ' || char.IsSurrogate(c) || c is '\u2028' or '\u2029')
                    {
                        text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    }
                    else
                    {
                        text.Append(c);
                    }

                    break;
            }
        }

        text.Append('"');
    }
}
