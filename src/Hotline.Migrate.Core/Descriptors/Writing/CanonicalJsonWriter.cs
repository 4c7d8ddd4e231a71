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
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _empty = true;

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
        _text.Append(value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Writes <c>true</c>.</summary>
    public void True(string name)
    {
        Prefix(name);
        _text.Append("true");
    }

    /// <summary>The document, with a final line feed.</summary>
    public string Finish() => _text.Append('\n').ToString();

    private void Start(string? name, char bracket)
    {
        if (_depth > 0)
        {
            Prefix(name);
        }

        _text.Append(bracket);
        _depth++;
        _empty = true;
    }

    private void End(char bracket)
    {
        _depth--;
        if (!_empty && _depth < 2)
        {
            _text.Append('\n').Append(' ', _depth * 2);
        }

        _text.Append(bracket);
        _empty = false;
    }

    private void Prefix(string? name)
    {
        if (!_empty)
        {
            _text.Append(',');
        }

        if (_depth <= 2)
        {
            _text.Append('\n').Append(' ', _depth * 2);
        }
        else if (!_empty)
        {
            _text.Append(' ');
        }

        _empty = false;
        if (name is not null)
        {
            Quote(name);
            _text.Append(": ");
        }
    }

    private void Quote(string value)
    {
        _text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': _text.Append("\\\""); break;
                case '\\': _text.Append("\\\\"); break;
                case '\n': _text.Append("\\n"); break;
                case '\r': _text.Append("\\r"); break;
                case '\t': _text.Append("\\t"); break;
                default:
                    if (c < ' ' || char.IsSurrogate(c) || c is '\u2028' or '\u2029')
                    {
                        _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    }
                    else
                    {
                        _text.Append(c);
                    }

                    break;
            }
        }

        _text.Append('"');
    }
}
