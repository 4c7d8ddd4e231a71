using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Diffing;

/// <summary>Answers to <see cref="RenameQuestion"/>s, and renames that nobody asked about.</summary>
/// <remarks>
/// Names are unquoted: <c>users</c> or <c>billing.invoices</c> for a table or enum, <c>users.mail</c> or
/// <c>billing.invoices.total</c> for a column, <c>mood.sad</c> for a label. They are the old names, but a column may be
/// named by its table's new name as well.
/// </remarks>
public sealed record DiffAnswers
{
    /// <summary>No answer.</summary>
    public static DiffAnswers None { get; } = new();

    /// <summary>What was renamed: the old name and the new one, the new one without its table if that is easier.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Renames { get; init; } = [];

    /// <summary>The old names of what really goes.</summary>
    public IReadOnlyList<string> Drops { get; init; } = [];

    /// <summary>Reads <c>old=new</c> texts, as <c>--rename</c> takes them.</summary>
    /// <exception cref="DiagnosticException">A text has no <c>=</c>, or nothing on one of its sides (HM0113).</exception>
    public static DiffAnswers Parse(IEnumerable<string> renames, IEnumerable<string> drops) => new()
    {
        Renames = [.. renames.Select(ParseRename)],
        Drops = [.. drops],
    };

    private static KeyValuePair<string, string> ParseRename(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && at < text.Length - 1
            ? new(text[..at].Trim(), text[(at + 1)..].Trim())
            : throw new DiagnosticException(FailureKind.Usage, new Diagnostic
            {
                Code = DiagnosticCodes.RenameAnswerInvalid,
                Summary = $"'{text}' is not a rename.",
                NextActions = ["Write it as old=new, for instance users.mail=users.email."],
            });
    }
}
