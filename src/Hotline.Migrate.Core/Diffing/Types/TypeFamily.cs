namespace Hotline.Migrate.Diffing.Types;

/// <summary>Groups of built-in types that convert alike.</summary>
internal enum TypeFamily
{
    /// <summary>A type that is not built in, or one that nothing is known about.</summary>
    Unknown,
    Integer,
    Decimal,
    Boolean,
    Text,
    DateTime,
    Time,
    Interval,
    Json,
    Bits,
    Money,
    Network,
    HardwareAddress,

    /// <summary>A built-in type that converts to and from text only.</summary>
    Other,
}
