using Hotline.Migrate.Inspecting;

namespace Hotline.Migrate.Adopting;

/// <summary>Names what migrations cannot make yet.</summary>
internal static class LeftOutObjects
{
    public static string NameOf(OtherObject item) =>
        item.Member is null ? $"{item.Kind} {item.Name}" : $"{item.Kind} {item.Member} on {item.Name}";
}
