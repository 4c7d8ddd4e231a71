namespace Hotline.Migrate.Parsing;

/// <summary>How a statement gets on with transactions.</summary>
internal enum TransactionBehavior : byte
{
    /// <summary>It runs inside of one and outside.</summary>
    Any,

    /// <summary>PostgreSQL refuses it in a transaction (25001, 2D000).</summary>
    OutsideOnly,

    /// <summary>PostgreSQL refuses it outside of one (25P01).</summary>
    InsideOnly,

    /// <summary>Outside of a transaction it is accepted and does nothing.</summary>
    NoEffectOutside,

    /// <summary>It begins, ends or divides a transaction itself.</summary>
    Control,
}
