namespace Hotline.Migrate.Diagnostics;

public static partial class DiagnosticCodes
{
    /// <summary>A schema file creates or alters a table, which is a model class.</summary>
    public const string SchemaFileTable = "HM0120";

    /// <summary>A statement in a schema file describes no object: data, a block of code, a transaction, a setting, a <c>DROP</c>, a rename.</summary>
    public const string SchemaFileStatement = "HM0121";

    /// <summary>A schema file makes an object of a kind that the schema does not know.</summary>
    public const string SchemaFileObjectUnknown = "HM0122";

    /// <summary>A schema file says who owns an object.</summary>
    public const string SchemaFileOwner = "HM0123";

    /// <summary>A statement in a schema file cannot be read.</summary>
    public const string SchemaFileSyntax = "HM0124";

    /// <summary>Two schema files, or a file and a model class, describe the same object.</summary>
    public const string SchemaFileObjectTwice = "HM0125";

    /// <summary>A comment, index, policy or other part in a schema file is about an object that neither a file nor a class describes.</summary>
    public const string SchemaFileTargetMissing = "HM0126";

    /// <summary>A trigger, rule or privilege in a schema file is about an object that neither a file nor a class describes; it may have been made by hand.</summary>
    public const string SchemaFileTargetUnmanaged = "HM0127";
}
