using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Descriptors.Reading;

/// <summary>Reads the constraints of a table.</summary>
internal static class ConstraintReader
{
    /// <summary>A primary key.</summary>
    public static PrimaryKey PrimaryKeyOf(JsonMembers json) => new()
    {
        Name = json.Required("name"),
        Comment = json.Text("comment"),
        IndexComment = json.Text("indexComment"),
        Deferrability = Deferrable(json),
        Columns = json.Texts("columns"),
        Include = json.Texts("include"),
        WithoutOverlaps = json.Flag("withoutOverlaps"),
    };

    /// <summary>A unique constraint.</summary>
    public static UniqueConstraint Unique(JsonMembers json) => new()
    {
        Name = json.Required("name"),
        Comment = json.Text("comment"),
        IndexComment = json.Text("indexComment"),
        Deferrability = Deferrable(json),
        Columns = json.Texts("columns"),
        Include = json.Texts("include"),
        NullsNotDistinct = json.Flag("nullsNotDistinct"),
        WithoutOverlaps = json.Flag("withoutOverlaps"),
    };

    /// <summary>A check constraint.</summary>
    public static CheckConstraint Check(JsonMembers json) => new()
    {
        Name = json.Required("name"),
        Comment = json.Text("comment"),
        Deferrability = Deferrable(json),
        Expression = json.Required("expression"),
        NoInherit = json.Flag("noInherit"),
        NotValid = json.Flag("notValid"),
        NotEnforced = json.Flag("notEnforced"),
    };

    /// <summary>An exclusion constraint.</summary>
    public static ExclusionConstraint Exclusion(JsonMembers json) => new()
    {
        Name = json.Required("name"),
        Comment = json.Text("comment"),
        IndexComment = json.Text("indexComment"),
        Deferrability = Deferrable(json),
        Method = json.Required("method"),
        Elements = json.Texts("elements"),
        Where = json.Text("where"),
    };

    /// <summary>A foreign key.</summary>
    public static ForeignKey ForeignKeyOf(JsonMembers json) => new()
    {
        Name = json.Required("name"),
        Comment = json.Text("comment"),
        Deferrability = Deferrable(json),
        Columns = json.Texts("columns"),
        References = json.Object("references", ObjectReader.Name) ?? throw new DescriptorFormatException("'references' of a foreign key is missing."),
        ReferencedColumns = json.Texts("referencedColumns"),
        OnDelete = Action(json, "onDelete"),
        OnUpdate = Action(json, "onUpdate"),
        OnDeleteColumns = json.Texts("onDeleteColumns"),
        MatchFull = json.Flag("matchFull"),
        Period = json.Flag("period"),
        NotValid = json.Flag("notValid"),
        NotEnforced = json.Flag("notEnforced"),
    };

    private static Deferrability Deferrable(JsonMembers json) => json.Choice(
        "deferrable",
        Deferrability.NotDeferrable,
        ("immediate", Deferrability.InitiallyImmediate),
        ("deferred", Deferrability.InitiallyDeferred));

    private static ReferentialAction Action(JsonMembers json, string name) => json.Choice(
        name,
        ReferentialAction.NoAction,
        ("restrict", ReferentialAction.Restrict),
        ("cascade", ReferentialAction.Cascade),
        ("set null", ReferentialAction.SetNull),
        ("set default", ReferentialAction.SetDefault));
}
