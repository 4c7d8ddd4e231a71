using System.Globalization;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Migrations;

/// <summary>Reads the header of a migration file.</summary>
internal static class HeaderReader
{
    /// <summary>The header that <paramref name="lines"/> make.</summary>
    /// <exception cref="DiagnosticException">HM0200 to HM0206.</exception>
    public static MigrationHeader Read(string path, IReadOnlyList<HeaderLine> lines)
    {
        if (!lines.Any(static l => HeaderKeys.IsKnown(l.Key)))
        {
            throw FileProblems.Of(
                DiagnosticCodes.NotAMigrationFile,
                new(path, 1, 1),
                $"{Path.GetFileName(path)} is no migration: it does not begin with a header (-- migration: ..., -- revision: ...).",
                "Make new migrations with 'dotnet hotline-migrate create', and keep other SQL files in another folder.");
        }

        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var where = new SourceLocation(path, line.Line, line.KeyColumn);
            if (line.Key.Length == 0)
            {
                throw FileProblems.Of(
                    DiagnosticCodes.HeaderLineUnreadable,
                    where,
                    "A line of the header is not '-- key: value'.",
                    "Leave an empty line between the header and other comments.");
            }

            if (!HeaderKeys.IsKnown(line.Key))
            {
                throw FileProblems.UnknownName(DiagnosticCodes.HeaderKeyUnknown, where, "header key", line.Key, HeaderKeys.All);
            }

            if (Find(lines, line.Key)?.Line < line.Line)
            {
                throw FileProblems.Of(
                    DiagnosticCodes.HeaderKeyTwice,
                    where,
                    $"The header says '{line.Key}' twice.",
                    "Keep one of the two lines; several values stand in one line with commas between them.");
            }
        }

        return ReadKnown(path, lines);
    }

    private static MigrationHeader ReadKnown(string path, IReadOnlyList<HeaderLine> lines)
    {
        if (Find(lines, HeaderKeys.Revision) is not { Value.Length: > 0 } revision)
        {
            throw FileProblems.Of(
                DiagnosticCodes.HeaderKeyMissing,
                new(path, 1, 1),
                "The header does not tell the migration's revision.",
                $"Add a line '{HeaderLines.Format(HeaderKeys.Revision, RevisionId.New())}'.");
        }

        RevisionId.Validate(revision.Value, WhereOf(path, revision));
        var hash = Hash(path, lines, HeaderKeys.Hash);
        var generated = Hash(path, lines, HeaderKeys.Generated);
        if (hash is not null && generated is not null && Find(lines, HeaderKeys.Generated) is { } draft)
        {
            throw FileProblems.Of(
                DiagnosticCodes.HeaderValueInvalid,
                new(path, draft.Line, draft.KeyColumn),
                "The header has a 'hash' and a 'draft' line, but a migration is either sealed or a draft.",
                "Delete the 'draft' line.");
        }

        return new MigrationHeader
        {
            Revision = revision.Value,
            Message = Find(lines, HeaderKeys.Message)?.Value ?? "",
            Parents = Ids(path, lines, HeaderKeys.Parents),
            DependsOn = Ids(path, lines, HeaderKeys.DependsOn),
            Labels = Ids(path, lines, HeaderKeys.Labels),
            Created = Created(path, lines),
            Hash = hash,
            GeneratedHash = generated,
        };
    }

    private static EquatableArray<string> Ids(string path, IReadOnlyList<HeaderLine> lines, string key)
    {
        if (Find(lines, key) is not { } line)
        {
            return [];
        }

        var ids = line.Value.Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (key == HeaderKeys.Parents && ids is ["base"])
        {
            return [];
        }

        foreach (var id in ids)
        {
            RevisionId.Validate(id, WhereOf(path, line));
        }

        if (ids.Length > 1 && ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw FileProblems.Of(
                DiagnosticCodes.HeaderValueInvalid, WhereOf(path, line), $"'{key}' names '{twice.Key}' twice.", "Name it once.");
        }

        return [.. ids];
    }

    private static DateTimeOffset? Created(string path, IReadOnlyList<HeaderLine> lines)
    {
        if (Find(lines, HeaderKeys.Created) is not { Value.Length: > 0 } line)
        {
            return null;
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        string[] formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];
        return DateTimeOffset.TryParseExact(line.Value, formats, CultureInfo.InvariantCulture, Utc, out var created)
            ? created
            : throw FileProblems.Of(
                DiagnosticCodes.HeaderValueInvalid,
                WhereOf(path, line),
                $"'{line.Value}' is no time.",
                "Write it as 2026-11-22T10:15:00Z.");
    }

    private static string? Hash(string path, IReadOnlyList<HeaderLine> lines, string key)
    {
        if (Find(lines, key) is not { } line)
        {
            return null;
        }

        return MigrationHash.IsWellFormed(line.Value)
            ? line.Value
            : throw FileProblems.Of(
                DiagnosticCodes.HeaderValueInvalid,
                WhereOf(path, line),
                $"'{line.Value}' is no content hash that this version of the tool knows (h1: and 64 hex digits).",
                "Take the line from version control again, or use the version of the tool that wrote it.");
    }

    // A handful of lines, in each of thousands of files.
    private static HeaderLine? Find(IReadOnlyList<HeaderLine> lines, string key)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Key == key)
            {
                return lines[i];
            }
        }

        return null;
    }

    private static SourceLocation WhereOf(string path, HeaderLine line) => new(path, line.Line, line.ValueColumn);
}
