namespace Hotline.Migrate.Tool.Code;

/// <summary>Unwinds a command of the native program that came to a migration's C#: it cannot load an assembly.</summary>
internal sealed class ManagedHostNeeded() : Exception("The migration runs C#.")
{
    /// <summary>Whether that is why a command ended.</summary>
    public static bool IsReason(Exception exception) =>
        exception is ManagedHostNeeded || exception.InnerException is { } inner && IsReason(inner);
}
