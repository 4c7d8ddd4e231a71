using System.Text;

namespace Hotline.Migrate.Schema;

/// <summary>Takes the text of a type name apart.</summary>
internal sealed class SqlTypeParser
{
    private readonly string _text;
    private int _position;

    private SqlTypeParser(string text) => _text = text;

    /// <summary>The parts of <paramref name="text"/>, or <c>null</c> if it is no type name.</summary>
    public static SqlTypeText? Parse(string text) => new SqlTypeParser(text).Type();

    private SqlTypeText? Type()
    {
        var names = new List<(string Text, bool Quoted)>();
        string? schema = null;
        List<string>? modifiers = null;
        var array = false;
        for (SkipSpace(); _position < _text.Length; SkipSpace())
        {
            switch (_text[_position])
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
                    _position++;
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
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }
    }

    private (string Text, bool Quoted)? Name()
    {
        if (_text[_position] == '"')
        {
            return QuotedName() is { } quoted ? (quoted, true) : null;
        }

        var start = _position;
        while (_position < _text.Length && (char.IsLetterOrDigit(_text[_position]) || _text[_position] is '_' or '$' || char.IsSurrogate(_text[_position])))
        {
            _position++;
        }

        return _position == start || char.IsDigit(_text[start]) || _text[start] == '$'
            ? null
            : (_text.Substring(start, _position - start).ToLowerInvariant(), false);
    }

    private string? QuotedName()
    {
        var name = new StringBuilder();
        for (_position++; _position < _text.Length; _position++)
        {
            if (_text[_position] != '"')
            {
                name.Append(_text[_position]);
            }
            else if (_position + 1 < _text.Length && _text[_position + 1] == '"')
            {
                name.Append('"');
                _position++;
            }
            else
            {
                _position++;
                return name.Length > 0 ? name.ToString() : null;
            }
        }

        return null;
    }

    private List<string>? Modifiers()
    {
        var close = _text.IndexOf(')', _position);
        if (close < 0)
        {
            return null;
        }

        var items = _text.Substring(_position + 1, close - _position - 1).Split(',').Select(m => m.Trim()).ToList();
        _position = close + 1;
        return items.Any(m => m.Length == 0 || m.Contains('(')) ? null : items;
    }

    private bool Dimension()
    {
        var close = _text.IndexOf(']', _position);
        if (close < 0 || _text.Substring(_position + 1, close - _position - 1).Trim().Any(c => c is < '0' or > '9'))
        {
            return false;
        }

        _position = close + 1;
        return true;
    }
}
