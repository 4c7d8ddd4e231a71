namespace Hotline.Migrate.Rendering;

/// <summary>When a statement runs.</summary>
public enum StatementTime
{
    /// <summary>Where its operation stands.</summary>
    InOrder,

    /// <summary>At the end, in the step that looks at the rows.</summary>
    Validation,

    /// <summary>In the same step, after all rows were looked at: it takes a strong lock for a moment.</summary>
    AfterValidation,
}
