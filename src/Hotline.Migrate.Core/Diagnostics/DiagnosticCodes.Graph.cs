namespace Hotline.Migrate.Diagnostics;

/// <content>HM0250 to HM0299: the revision graph and the names of revisions.</content>
public static partial class DiagnosticCodes
{
    /// <summary>A revision id or a label is empty, reserved, too long or holds a character that names may not hold.</summary>
    public const string IllegalRevisionName = "HM0250";

    /// <summary>Several migration files have the same revision id.</summary>
    public const string DuplicateRevision = "HM0251";

    /// <summary>A migration names a parent that no file holds.</summary>
    public const string MissingParent = "HM0252";

    /// <summary>A migration depends on something that is neither a revision nor a label.</summary>
    public const string MissingDependency = "HM0253";

    /// <summary>A migration is its own parent.</summary>
    public const string SelfParent = "HM0254";

    /// <summary>A migration depends on itself.</summary>
    public const string SelfDependency = "HM0255";

    /// <summary>Migrations are each other's ancestors by their parents.</summary>
    public const string RevisionCycle = "HM0256";

    /// <summary>Migrations wait for each other because of <c>depends_on</c>.</summary>
    public const string DependencyCycle = "HM0257";

    /// <summary>Several migrations carry the same label.</summary>
    public const string DuplicateLabel = "HM0258";

    /// <summary>A label is also the id of a revision.</summary>
    public const string LabelIsRevision = "HM0259";

    /// <summary>A migration names the same parent twice.</summary>
    public const string RepeatedParent = "HM0260";

    /// <summary>The text is no way to name a revision or a range.</summary>
    public const string SelectorSyntax = "HM0265";

    /// <summary>No revision has this id, prefix or label.</summary>
    public const string UnknownRevision = "HM0266";

    /// <summary>Several revisions or labels begin with this prefix.</summary>
    public const string AmbiguousPrefix = "HM0267";

    /// <summary>No label or revision stands for this branch.</summary>
    public const string UnknownBranch = "HM0268";

    /// <summary>The revision is not in the branch that was named with it.</summary>
    public const string NotInBranch = "HM0269";

    /// <summary>There are several heads where one is needed.</summary>
    public const string SeveralHeads = "HM0270";

    /// <summary>Counting revisions leads to a point from which there are several ways to go on.</summary>
    public const string AmbiguousWalk = "HM0271";

    /// <summary>There are fewer revisions than were counted.</summary>
    public const string TooFewRevisions = "HM0272";

    /// <summary>A downgrade must go to a revision that is applied.</summary>
    public const string NotApplied = "HM0273";

    /// <summary>The count goes the wrong way for the command.</summary>
    public const string WrongDirection = "HM0274";

    /// <summary>The database holds revisions that the migrations folder lacks.</summary>
    public const string UnknownApplied = "HM0275";

    /// <summary>The two ends of a range are not one behind the other.</summary>
    public const string RangeNotConnected = "HM0276";

    /// <summary>Nothing of the named branch is applied, so nothing of it can be undone.</summary>
    public const string BranchNotApplied = "HM0277";

    /// <summary>A new revision would leave from a revision that is no head.</summary>
    public const string NotAHead = "HM0278";

    /// <summary>A merge needs two different revisions, none of which is behind another.</summary>
    public const string NothingToMerge = "HM0279";

    /// <summary>The database is there already: there is nothing to do.</summary>
    public const string AlreadyThere = "HM0280";
}
