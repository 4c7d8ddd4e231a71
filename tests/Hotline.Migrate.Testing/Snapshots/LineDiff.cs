using System.Text;

namespace Hotline.Migrate.Testing;

/// <summary>A line diff by longest common subsequence, for the messages of golden-file tests.</summary>
public static class LineDiff
{
    /// <summary>All lines of both texts; lost ones behind <c>-</c>, new ones behind <c>+</c>.</summary>
    public static string Of(string expected, string actual)
    {
        var left = expected.Split('\n');
        var right = actual.Split('\n');
        var common = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                common[i, j] = left[i] == right[j]
                    ? common[i + 1, j + 1] + 1
                    : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var diff = new StringBuilder();
        int l = 0, r = 0;
        while (l < left.Length || r < right.Length)
        {
            if (l < left.Length && r < right.Length && left[l] == right[r])
            {
                diff.Append("  ").Append(left[l++]).Append('\n');
                r++;
            }
            else if (r == right.Length || (l < left.Length && common[l + 1, r] >= common[l, r + 1]))
            {
                diff.Append("- ").Append(left[l++]).Append('\n');
            }
            else
            {
                diff.Append("+ ").Append(right[r++]).Append('\n');
            }
        }

        return diff.ToString();
    }
}
