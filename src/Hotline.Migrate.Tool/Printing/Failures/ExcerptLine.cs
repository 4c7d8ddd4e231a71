namespace Hotline.Migrate.Tool.Printing.Failures;

/// <summary>A line of a <see cref="SourceExcerpt"/>.</summary>
internal sealed record ExcerptLine(string Margin, string Text, bool IsCaret = false);
