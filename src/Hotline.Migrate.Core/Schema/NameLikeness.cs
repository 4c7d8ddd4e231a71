namespace Hotline.Migrate.Schema;

/// <summary>How much two names are alike.</summary>
internal static class NameLikeness
{
    /// <summary>The longest run of equal characters, by the longer name's length: from 0 to 1.</summary>
    public static double Of(string left, string right)
    {
        var best = 0;
        for (var i = 0; i < left.Length; i++)
        {
            for (var j = 0; j < right.Length; j++)
            {
                var length = 0;
                while (i + length < left.Length && j + length < right.Length && left[i + length] == right[j + length])
                {
                    length++;
                }

                best = Math.Max(best, length);
            }
        }

        return (double)best / Math.Max(1, Math.Max(left.Length, right.Length));
    }
}
