namespace Hotline.Migrate.Files;

/// <summary>One change of a folder. Doing it a second time changes nothing.</summary>
public abstract record FileChange;
