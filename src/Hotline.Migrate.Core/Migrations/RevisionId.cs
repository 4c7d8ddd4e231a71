using System.Security.Cryptography;
using System.Text;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Migrations;

/// <summary>Ids of revisions: 12 hex digits where the tool makes them, any short word where a person does.</summary>
public static class RevisionId
{
    /// <summary>The longest id there may be.</summary>
    public const int MaxLength = 64;

    private const int Length = 12;
    private static readonly string[] Selectors = ["head", "heads", "base", "current"];

    /// <summary>A new random id.</summary>
    public static string New() => RandomNumberGenerator.GetHexString(Length, lowercase: true);

    /// <summary>The id that <paramref name="seed"/> always gives, for results that must be reproducible.</summary>
    public static string New(string seed) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)))[..Length];

    /// <summary>Why <paramref name="id"/> cannot be an id, or <c>null</c> where it can. The same rules hold for labels.</summary>
    /// <remarks>What the selectors of revisions are made of (<c>head</c>, <c>@</c>, <c>+2</c>, <c>a:b</c>) must stay readable.</remarks>
    public static string? Problem(string id)
    {
        if (id.Length == 0)
        {
            return "it is empty";
        }

        if (id.Length > MaxLength)
        {
            return $"it is longer than {MaxLength} characters";
        }

        if (Selectors.Contains(id, StringComparer.OrdinalIgnoreCase))
        {
            return $"'{id}' is a word that selects revisions";
        }

        foreach (var c in id)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '.'))
            {
                return char.IsWhiteSpace(c) ? "it holds white space" : $"it holds '{c}'; letters, digits, '_' and '.' are allowed";
            }
        }

        return null;
    }

    /// <summary>Refuses what cannot be an id.</summary>
    /// <exception cref="DiagnosticException">HM0206.</exception>
    public static void Validate(string id, SourceLocation? where = null)
    {
        if (Problem(id) is { } problem)
        {
            throw new DiagnosticException(FailureKind.Usage, new Diagnostic
            {
                Code = DiagnosticCodes.RevisionIdInvalid,
                Summary = $"'{id}' cannot be a revision id: {problem}.",
                Where = where,
                NextActions = ["Use the 12 hex digits that the tool gives, or a short word of letters and digits."],
            });
        }
    }
}
