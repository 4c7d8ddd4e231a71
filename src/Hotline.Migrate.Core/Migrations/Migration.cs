using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Migrations;

/// <summary>A migration: the content of one <c>.sql</c> file.</summary>
public sealed record Migration
{
    private readonly string? contentHash;
    private readonly MigrationSection? upgrade;
    private readonly MigrationSection? downgrade;

    /// <summary>The revision's id: 12 hex digits where the tool made it.</summary>
    public required string Revision { get; init; }

    /// <summary>What the migration is for, in the author's words.</summary>
    public required string Message { get; init; }

    /// <summary>The revisions it builds on: none for a root, several for a merge.</summary>
    public EquatableArray<string> Parents { get; init; }

    /// <summary>Revisions or labels of other branches that must be applied before.</summary>
    public EquatableArray<string> DependsOn { get; init; }

    /// <summary>Branch labels.</summary>
    public EquatableArray<string> Labels { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>The content hash in the header of a sealed migration; <c>null</c> for a draft.</summary>
    public string? Hash { get; init; }

    /// <summary>The hash of a draft as the build generated it (its <c>draft</c> header line); <c>null</c> where a person wrote it.</summary>
    public string? GeneratedHash { get; init; }

    /// <summary>The hash of the file as it is now. Equal to <see cref="Hash"/> unless a sealed migration was edited.</summary>
    public string ContentHash
    {
        get => contentHash ?? Body?.Hash ?? "";
        init => contentHash = value;
    }

    /// <summary>Where the file is, for messages.</summary>
    public required string Path { get; init; }

    /// <summary>What brings a database here.</summary>
    /// <exception cref="Diagnostics.DiagnosticException">The file's body, which is read when it is asked for, is not sound.</exception>
    public MigrationSection Upgrade
    {
        get => upgrade ?? Body?.Upgrade ?? MigrationSection.Empty;
        init => upgrade = value;
    }

    /// <summary>What takes it back.</summary>
    /// <inheritdoc cref="Upgrade" path="/exception"/>
    public MigrationSection Downgrade
    {
        get => downgrade ?? Body?.Downgrade ?? MigrationSection.Empty;
        init => downgrade = value;
    }

    /// <summary>Whether <c>create</c> has not sealed it yet.</summary>
    public bool IsDraft => Hash is null;

    /// <summary>
    /// Whether a person changed it after it was sealed or, as a draft, after the build generated it. A draft that the
    /// build did not generate counts as edited.
    /// </summary>
    public bool IsEdited => !string.Equals(Hash ?? GeneratedHash, ContentHash, StringComparison.Ordinal);

    /// <summary>What stands behind the header, where it was not read yet.</summary>
    internal LazyBody? Body { get; init; }

    /// <inheritdoc/>
    public bool Equals(Migration? other) =>
        other is not null
        && Revision == other.Revision
        && Message == other.Message
        && Parents == other.Parents
        && DependsOn == other.DependsOn
        && Labels == other.Labels
        && Created == other.Created
        && Hash == other.Hash
        && GeneratedHash == other.GeneratedHash
        && Path == other.Path
        && ContentHash == other.ContentHash
        && Upgrade == other.Upgrade
        && Downgrade == other.Downgrade;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Revision, Path, Hash);
}
