using System.Text;

namespace Hotline.Migrate.Schema;

/// <summary>
/// The names that constraints and indexes have where the model gives none: those that PostgreSQL itself would choose
/// (<c>users_pkey</c>, <c>users_email_key</c>, <c>calls_user_id_fkey</c>, <c>calls_started_at_idx</c>), made from nothing but the
/// table and the columns, so that they never depend on what else the table has.
/// </summary>
/// <remarks>
/// A name of more than 63 bytes keeps its beginning and its ending; between them a hash of the whole name takes the place of
/// what is cut, so that two long names never become one.
/// </remarks>
public static class ObjectNames
{
    private const string HashDigits = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int HashLength = 10;

    /// <summary><c>table_pkey</c>.</summary>
    public static string PrimaryKey(string table) => Make(table, [], "pkey");

    /// <summary><c>table_columns_key</c>.</summary>
    public static string Unique(string table, IEnumerable<string> columns) => Make(table, columns, "key");

    /// <summary><c>table_columns_fkey</c>.</summary>
    public static string ForeignKey(string table, IEnumerable<string> columns) => Make(table, columns, "fkey");

    /// <summary><c>table_columns_check</c>, of the columns that the condition names; <c>table_check</c> when it names none.</summary>
    public static string Check(string table, IEnumerable<string> columns) => Make(table, columns, "check");

    /// <summary><c>table_columns_excl</c>.</summary>
    public static string Exclusion(string table, IEnumerable<string> columns) => Make(table, columns, "excl");

    /// <summary><c>table_elements_idx</c>, with the method in front of <c>idx</c> unless it is <see cref="TableIndex.DefaultMethod"/>.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="elements">What is indexed, in order: column names, and the words of expressions (see <see cref="Words"/>).</param>
    /// <param name="method">The index method.</param>
    public static string Index(string table, IEnumerable<string> elements, string method = TableIndex.DefaultMethod) =>
        Make(table, elements, method == TableIndex.DefaultMethod ? "idx" : method + "_idx");

    /// <summary><c>table_column_seq</c>, the sequence of a serial column.</summary>
    public static string Sequence(string table, string column) => Make(table, [column], "seq");

    /// <summary>An SQL expression as part of a name: its letters and digits, everything else an underscore (<c>lower(email)</c>: <c>lower_email</c>).</summary>
    public static string Words(string expression)
    {
        var text = new StringBuilder(expression.Length);
        foreach (var c in expression)
        {
            if (char.IsLetterOrDigit(c))
            {
                text.Append(char.ToLowerInvariant(c));
            }
            else if (text.Length > 0 && text[text.Length - 1] != '_')
            {
                text.Append('_');
            }
        }

        return text.ToString().TrimEnd('_') is { Length: > 0 } words ? words : "expr";
    }

    private static string Make(string table, IEnumerable<string> parts, string ending)
    {
        var front = string.Join("_", [table, .. parts]);
        var name = front + "_" + ending;
        return Encoding.UTF8.GetByteCount(name) <= SqlIdentifier.MaxBytes
            ? name
            : Cut(front, SqlIdentifier.MaxBytes - HashLength - 2 - Encoding.UTF8.GetByteCount(ending)) + "_" + Hash(name) + "_" + ending;
    }

    private static string Cut(string text, int bytes)
    {
        var end = 0;
        while (end < text.Length)
        {
            var length = char.IsSurrogatePair(text, end) ? 2 : 1;
            bytes -= length == 2 ? 4 : text[end] switch { < '\u0080' => 1, < '\u0800' => 2, _ => 3 };
            if (bytes < 0)
            {
                break;
            }

            end += length;
        }

        return text.Substring(0, end).TrimEnd('_');
    }

    // FNV-1a: the same on every platform and version, which string.GetHashCode is not.
    private static string Hash(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in Encoding.UTF8.GetBytes(name))
        {
            hash = unchecked((hash ^ b) * 1099511628211UL);
        }

        var digits = new char[HashLength];
        for (var i = HashLength - 1; i >= 0; i--)
        {
            digits[i] = HashDigits[(int)(hash & 31)];
            hash >>= 5;
        }

        return new string(digits);
    }
}
