namespace Hotline.Migrate.Generator.Reading.Columns;

/// <summary>Whether a text is JSON, as PostgreSQL understands it. System.Text.Json must not come into the compiler's process.</summary>
internal static class JsonText
{
    private const int Deepest = 100;
    private const string Space = " \t\r\n";

    /// <summary>Whether it is; what is too deep to look into counts as JSON.</summary>
    public static bool IsValid(string text)
    {
        var at = 0;
        var deep = false;
        return (Value(text, ref at, 0, ref deep) && Rest(text, ref at) == text.Length) || deep;
    }

    private static bool Value(string text, ref int at, int depth, ref bool deep)
    {
        Rest(text, ref at);
        if (depth > Deepest)
        {
            deep = true;
            return false;
        }

        return Current(text, at) switch
        {
            '{' => Items(text, ref at, '}', depth, named: true, ref deep),
            '[' => Items(text, ref at, ']', depth, named: false, ref deep),
            '"' => Text(text, ref at),
            't' => Word(text, ref at, "true"),
            'f' => Word(text, ref at, "false"),
            'n' => Word(text, ref at, "null"),
            _ => Number(text, ref at),
        };
    }

    private static bool Items(string text, ref int at, char end, int depth, bool named, ref bool deep)
    {
        at++;
        Rest(text, ref at);
        if (Current(text, at) == end)
        {
            at++;
            return true;
        }

        while (true)
        {
            Rest(text, ref at);
            if (named && !(Text(text, ref at) && Current(text, Rest(text, ref at)) == ':' && at++ >= 0))
            {
                return false;
            }

            if (!Value(text, ref at, depth + 1, ref deep))
            {
                return false;
            }

            var next = Current(text, Rest(text, ref at));
            at++;
            if (next != ',')
            {
                return next == end;
            }
        }
    }

    private static bool Text(string text, ref int at)
    {
        if (Current(text, at) != '"')
        {
            return false;
        }

        for (at++; at < text.Length && text[at] >= ' '; at++)
        {
            switch (text[at])
            {
                case '"':
                    at++;
                    return true;
                case '\\':
                    at++;
                    if (Current(text, at) == 'u')
                    {
                        for (var last = at + 4; at < last; at++)
                        {
                            if (!Uri.IsHexDigit(Current(text, at + 1)))
                            {
                                return false;
                            }
                        }
                    }
                    else if ("\"\\/bfnrt".IndexOf(Current(text, at)) < 0)
                    {
                        return false;
                    }

                    break;
            }
        }

        return false;
    }

    private static bool Number(string text, ref int at)
    {
        at += Current(text, at) == '-' ? 1 : 0;
        var zero = Current(text, at) == '0';
        var whole = Digits(text, ref at);
        if (whole == 0 || (zero && whole > 1))
        {
            return false;
        }

        if (Current(text, at) == '.')
        {
            at++;
            if (Digits(text, ref at) == 0)
            {
                return false;
            }
        }

        if (Current(text, at) is 'e' or 'E')
        {
            at++;
            at += Current(text, at) is '+' or '-' ? 1 : 0;
            return Digits(text, ref at) > 0;
        }

        return true;
    }

    private static int Digits(string text, ref int at)
    {
        var start = at;
        while (Current(text, at) is >= '0' and <= '9')
        {
            at++;
        }

        return at - start;
    }

    private static bool Word(string text, ref int at, string word)
    {
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
        {
            return false;
        }

        at += word.Length;
        return true;
    }

    private static int Rest(string text, ref int at)
    {
        while (at < text.Length && Space.IndexOf(text[at]) >= 0)
        {
            at++;
        }

        return at;
    }

    private static char Current(string text, int at) => at < text.Length ? text[at] : '\0';
}
