using System.Globalization;

namespace Hotline.Migrate.Scaffolding.Naming;

/// <summary>Identifiers of one scope: each is given out once.</summary>
/// <remarks>Case does not tell names apart, because classes are files too.</remarks>
internal sealed class UniqueNames
{
    private readonly HashSet<string> taken;

    public UniqueNames(IEnumerable<string> reserved) => taken = new HashSet<string>(reserved, StringComparer.OrdinalIgnoreCase);

    /// <summary>The first of <paramref name="wishes"/> that is free, else the last of them with a number behind it.</summary>
    public string Take(params ReadOnlySpan<string> wishes)
    {
        foreach (var wish in wishes)
        {
            if (taken.Add(wish))
            {
                return wish;
            }
        }

        for (var number = 2; ; number++)
        {
            var name = wishes[^1] + number.ToString(CultureInfo.InvariantCulture);
            if (taken.Add(name))
            {
                return name;
            }
        }
    }
}
