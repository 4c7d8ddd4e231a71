namespace Hotline.Migrate.Drafting;

/// <summary>What is to be done with the draft.</summary>
public enum DraftAction
{
    /// <summary>There is no draft, and none is needed; or a diagnostic forbids to write one.</summary>
    None,

    /// <summary>The draft says what it has to say already.</summary>
    Keep,

    /// <summary>The draft was edited by hand and stays as it is.</summary>
    KeepEdited,

    /// <summary>The draft is to be written, new or once more.</summary>
    Write,

    /// <summary>The draft is to be removed: nothing needs it any more, and nobody edited it.</summary>
    Delete,
}
