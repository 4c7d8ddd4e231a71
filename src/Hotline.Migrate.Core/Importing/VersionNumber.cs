using System.Numerics;
using System.Globalization;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Importing;

/// <summary>A version: numbers with dots between them. <c>1</c>, <c>1.0</c> and <c>01</c> are the same.</summary>
/// <param name="Numbers">The numbers, without zeros at the end.</param>
/// <param name="Text">As it was written, with dots.</param>
public sealed record VersionNumber(EquatableArray<BigInteger> Numbers, string Text) : IComparable<VersionNumber>
{
    /// <summary>Reads <c>1.2</c> and <c>1_2</c>; <c>null</c> for anything else.</summary>
    public static VersionNumber? Parse(string? text)
    {
        var parts = text?.Trim('.', '_').Split('.', '_') ?? [];
        if (parts.Length == 0 || !parts.All(p => p.Length > 0 && p.All(char.IsAsciiDigit)))
        {
            return null;
        }

        BigInteger[] numbers = [.. parts.Select(p => BigInteger.Parse(p, CultureInfo.InvariantCulture))];
        var length = Array.FindLastIndex(numbers, n => !n.IsZero) + 1;
        return new VersionNumber([.. numbers[..length]], string.Join('.', parts));
    }

    /// <inheritdoc/>
    public bool Equals(VersionNumber? other) => other is not null && Numbers.Equals(other.Numbers);

    /// <inheritdoc/>
    public override int GetHashCode() => Numbers.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(VersionNumber? other)
    {
        if (other is null)
        {
            return 1;
        }

        for (var i = 0; i < Math.Max(Numbers.Count, other.Numbers.Count); i++)
        {
            var order = At(i).CompareTo(other.At(i));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    /// <summary>The version as it was written.</summary>
    public override string ToString() => Text;

    private BigInteger At(int index) => index < Numbers.Count ? Numbers[index] : BigInteger.Zero;
}
