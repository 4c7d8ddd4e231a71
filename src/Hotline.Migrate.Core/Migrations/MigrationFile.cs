using System.Globalization;
using System.Text;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Migrations;

/// <summary>The format of migration files: text to <see cref="Migration"/> and back.</summary>
public static class MigrationFile
{
    /// <summary>Reads a migration file.</summary>
    /// <param name="path">Where it is, for messages.</param>
    /// <param name="text">Its whole text.</param>
    /// <exception cref="DiagnosticException">HM0200 to HM0213, with line and column.</exception>
    public static Migration Parse(string path, string text)
    {
        var migration = ParseHeader(path, text);
        _ = migration.Upgrade;
        return migration;
    }

    /// <summary>Reads the header of a migration file; what stands behind it is read when it is asked for.</summary>
    /// <inheritdoc cref="Parse"/>
    public static Migration ParseHeader(string path, string text)
    {
        text = text.TrimStart('\uFEFF');
        var lines = HeaderLines.Read(text);
        var hash = MigrationHash.Compute(text, lines);
        var end = HeaderLines.End(lines);
        return Of(path, HeaderReader.Read(path, lines), new LazyBody(Read, () => hash));

        (MigrationSection, MigrationSection, string) Read()
        {
            var (upgrade, downgrade) = new BodyReader(path, new SqlPartReader(
                path, text.AsMemory(end), null, hasDirectives: true, At(path, text, end), 0, standardStrings: true)).ReadFile();
            return (upgrade, downgrade, hash);
        }
    }

    /// <summary>Reads the header of a migration file that is too long to be held.</summary>
    /// <param name="path">Where it is, for messages.</param>
    /// <param name="head">Its beginning, with the whole header and something behind it.</param>
    /// <param name="script">Reads it from any byte on.</param>
    internal static Migration ParseHeader(string path, string head, IScriptFile script)
    {
        var lines = HeaderLines.Read(head);
        var end = HeaderLines.End(lines);
        return Of(path, HeaderReader.Read(path, lines), new LazyBody(Read, ReadHash));

        (MigrationSection, MigrationSection, string) Read()
        {
            using var rest = OpenRest();
            using var tapped = new HashedText(head, rest);
            var (upgrade, downgrade) = new BodyReader(path, new SqlPartReader(
                path, head.AsMemory(end), tapped, hasDirectives: true, At(path, head, end), Encoding.UTF8.GetByteCount(head.AsSpan(0, end)), standardStrings: true), script)
                .ReadFile();
            return (upgrade, downgrade, tapped.Hash());
        }

        string ReadHash()
        {
            using var rest = OpenRest();
            return MigrationHash.Compute(head, rest);
        }

        TextReader OpenRest() => script.Open(Encoding.UTF8.GetByteCount(head));
    }

    private static Migration Of(string path, MigrationHeader header, LazyBody body) => new()
    {
        Revision = header.Revision,
        Message = header.Message,
        Parents = header.Parents,
        DependsOn = header.DependsOn,
        Labels = header.Labels,
        Created = header.Created,
        Hash = header.Hash,
        GeneratedHash = header.GeneratedHash,
        Path = path,
        Body = body,
    };

    private static SourceLocation At(string path, string text, int position)
    {
        var (line, column) = new LineCounter(text).At(position);
        return new(path, line, column);
    }

    /// <summary>Reads the text of one section, as <see cref="MigrationSection.Text"/> and the history keep it.</summary>
    /// <param name="path">What to call it in messages.</param>
    /// <param name="text">The section's text.</param>
    public static MigrationSection ParseSection(string path, string text) =>
        new BodyReader(path, new SqlPartReader(path, text.AsMemory(), hasDirectives: true)).ReadSection();

    /// <summary>Writes a migration file: LF line ends, an empty line between its parts, one line end at the end.</summary>
    /// <param name="header">What the header says.</param>
    /// <param name="upgrade">The upgrade section's text; may be empty.</param>
    /// <param name="downgrade">The downgrade section's text; may be empty.</param>
    /// <param name="template">What a new file looks like; the <see cref="MigrationTemplate.Default"/> where it is left out.</param>
    public static string Write(MigrationHeader header, string upgrade, string downgrade, MigrationTemplate? template = null) =>
        (template ?? MigrationTemplate.Default).Fill(header, Lines(header), upgrade, downgrade);

    /// <summary>Makes a draft of the build recognisable: notes in its header the hash of what was generated.</summary>
    public static string MarkGenerated(string text)
    {
        var draft = HeaderLines.Without(text, HeaderKeys.Hash);
        return HeaderLines.With(draft, HeaderKeys.Generated, MigrationHash.Compute(draft));
    }

    /// <summary>Whether a person changed the draft since the build wrote it, or wrote it themselves.</summary>
    public static bool IsEdited(Migration draft) => draft.IsEdited;

    /// <summary>Seals a migration: its header gets the hash of its content, and no longer calls it a draft. Nothing else is touched.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="message">The final message; <c>null</c> keeps the one there is.</param>
    /// <param name="created">When it is sealed; <c>null</c> keeps the time there is.</param>
    public static string Seal(string text, string? message = null, DateTimeOffset? created = null)
    {
        var sealedText = HeaderLines.WithoutHashes(text);
        if (message is not null)
        {
            sealedText = HeaderLines.With(sealedText, HeaderKeys.Message, OneLine(message));
        }

        if (created is { } time)
        {
            sealedText = HeaderLines.With(sealedText, HeaderKeys.Created, Time(time));
        }

        return HeaderLines.With(sealedText, HeaderKeys.Hash, MigrationHash.Compute(sealedText));
    }

    /// <summary>Gives a migration other parents; the rest of its text stays. A sealed one is to be sealed again.</summary>
    public static string WithParents(string text, EquatableArray<string> parents) => parents.IsEmpty
        ? HeaderLines.Without(text, HeaderKeys.Parents)
        : HeaderLines.With(text, HeaderKeys.Parents, string.Join(", ", parents));

    private static string Lines(MigrationHeader header)
    {
        var lines = new StringBuilder();
        Add(HeaderKeys.Message, OneLine(header.Message));
        Add(HeaderKeys.Revision, header.Revision);
        Add(HeaderKeys.Parents, string.Join(", ", header.Parents));
        Add(HeaderKeys.DependsOn, string.Join(", ", header.DependsOn));
        Add(HeaderKeys.Labels, string.Join(", ", header.Labels));
        Add(HeaderKeys.Created, header.Created is { } created ? Time(created) : "");
        Add(HeaderKeys.Hash, header.Hash ?? "");
        Add(HeaderKeys.Generated, header.GeneratedHash ?? "");
        return lines.ToString();

        void Add(string key, string value)
        {
            if (value.Length > 0)
            {
                lines.Append(HeaderLines.Format(key, value)).Append('\n');
            }
        }
    }

    private static string OneLine(string message) =>
        string.Join(' ', message.Split(['\r', '\n', '\t', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
