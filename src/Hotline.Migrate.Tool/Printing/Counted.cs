using System.Globalization;

namespace Hotline.Migrate.Tool.Printing;

/// <summary>Numbers with what they count.</summary>
internal static class Counted
{
    /// <summary><c>1 migration</c>, <c>2 migrations</c>.</summary>
    public static string Of(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
