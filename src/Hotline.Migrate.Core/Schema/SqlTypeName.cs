namespace Hotline.Migrate.Schema;

/// <summary>Type names: one spelling for each type, the one of PostgreSQL's <c>format_type</c>.</summary>
public static class SqlTypeName
{
    /// <summary>
    /// The canonical spelling: <c>varchar(20)</c> becomes <c>character varying(20)</c>, <c>int4[]</c> and <c>_int4</c> <c>integer[]</c>,
    /// <c>timestamptz(3)</c> <c>timestamp(3) with time zone</c>, <c>serial</c> <c>integer</c>, <c>public.citext</c> <c>citext</c>.
    /// </summary>
    /// <remarks>Unquoted names of user types are folded to lower case as PostgreSQL does, then quoted where they must be.</remarks>
    /// <exception cref="FormatException"><paramref name="text"/> is no type name, or its length or precision is out of range.</exception>
    public static string Normalize(string text) =>
        TryNormalize(text) ?? throw new FormatException($"'{text}' is no type name of PostgreSQL.");

    /// <summary>The canonical spelling, or <c>null</c> where <see cref="Normalize"/> would throw.</summary>
    public static string? TryNormalize(string text) => SqlTypeParser.Parse(text) is { } type ? SqlTypeSpelling.Of(type) : null;

    /// <summary>Whether <paramref name="text"/> is <c>serial</c>, <c>bigserial</c>, <c>smallserial</c> or another name of them: an integer that counts by itself.</summary>
    public static bool IsSerial(string text) => text.Trim().ToLowerInvariant()
        is "serial" or "serial2" or "serial4" or "serial8" or "smallserial" or "bigserial";

    /// <summary>Whether a bare name is that of a type of PostgreSQL itself (<c>path</c>, <c>interval</c>, <c>int4</c>), which hides a user type of the same name.</summary>
    public static bool IsBuiltIn(string name) => SqlTypeSpelling.IsBuiltIn(name);

    /// <summary>Whether a canonical <paramref name="type"/> is an array.</summary>
    public static bool IsArray(string type) => type.EndsWith("[]", StringComparison.Ordinal);

    /// <summary>A canonical <paramref name="type"/> without length, precision and other modifiers: <c>numeric(18,2)</c> becomes <c>numeric</c>.</summary>
    public static string WithoutModifiers(string type)
    {
        var open = type.IndexOf('(');
        var close = type.IndexOf(')', open + 1);
        return type.Length == 0 || type[0] == '"' || open < 0 || close < open
            ? type
            : type.Remove(open, close - open + 1);
    }
}
