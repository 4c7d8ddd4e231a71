namespace Hotline.Migrate.Diagnostics;

public static partial class DiagnosticCodes
{
    /// <summary>A <c>.sql</c> file in the migrations folder has no migration header.</summary>
    public const string NotAMigrationFile = "HM0200";

    /// <summary>A line of the header is not <c>-- key: value</c>.</summary>
    public const string HeaderLineUnreadable = "HM0201";

    /// <summary>The header has a key that there is not.</summary>
    public const string HeaderKeyUnknown = "HM0202";

    /// <summary>The header says the same key twice.</summary>
    public const string HeaderKeyTwice = "HM0203";

    /// <summary>The header lacks a key that every migration needs.</summary>
    public const string HeaderKeyMissing = "HM0204";

    /// <summary>A header key has a value that it cannot have.</summary>
    public const string HeaderValueInvalid = "HM0205";

    /// <summary>A revision id is not one: wrong characters, too long, or a word that selects revisions.</summary>
    public const string RevisionIdInvalid = "HM0206";

    /// <summary>A <c>-- hm:</c> directive that there is not.</summary>
    public const string DirectiveUnknown = "HM0207";

    /// <summary>A directive stands where it has no meaning.</summary>
    public const string DirectiveMisplaced = "HM0208";

    /// <summary>A directive's argument is missing or wrong.</summary>
    public const string DirectiveArgumentInvalid = "HM0209";

    /// <summary>A migration has no upgrade or no downgrade section.</summary>
    public const string SectionMissing = "HM0210";

    /// <summary>A string, comment, identifier, parenthesis, function body or COPY data is opened and never closed.</summary>
    public const string SqlUnterminated = "HM0211";

    /// <summary>A psql command (<c>\set</c>, <c>\i</c>, <c>\restrict</c>, ...) in a migration.</summary>
    public const string PsqlCommand = "HM0212";

    /// <summary>SQL follows <c>COPY ... FROM stdin;</c> on its own line, where the data has to begin on the next.</summary>
    public const string CopyDataMisplaced = "HM0213";

    /// <summary>A migration begins or ends transactions by itself.</summary>
    public const string TransactionControl = "HM0214";

    /// <summary>A statement that cannot run in a transaction stands in one.</summary>
    public const string NeedsNoTransaction = "HM0215";

    /// <summary>A statement that needs a transaction stands in a step without one.</summary>
    public const string NeedsTransaction = "HM0216";

    /// <summary>A batched statement is not one that can run in batches, or stands in a transaction.</summary>
    public const string BatchNotPossible = "HM0217";

    /// <summary>A text file is not UTF-8.</summary>
    public const string FileNotUtf8 = "HM0218";

    /// <summary>A file cannot be read.</summary>
    public const string FileUnreadable = "HM0219";

    /// <summary>A file cannot be written.</summary>
    public const string FileNotWritable = "HM0220";

    /// <summary>The migrations folder does not exist.</summary>
    public const string MigrationFolderMissing = "HM0221";

    /// <summary>A sealed migration was edited: its content no longer has the hash in its header.</summary>
    public const string SealedMigrationEdited = "HM0222";

    /// <summary>A label is used in the transaction that adds it to an enum.</summary>
    public const string LabelNotCommitted = "HM0223";

    /// <summary>A statement switches the lock timeout off.</summary>
    public const string LockTimeoutOff = "HM0224";

    /// <summary>An index without a name is built concurrently.</summary>
    public const string NamelessIndex = "HM0225";
}
