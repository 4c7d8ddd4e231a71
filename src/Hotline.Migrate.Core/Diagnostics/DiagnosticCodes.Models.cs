namespace Hotline.Migrate.Diagnostics;

// Compiled into the generator too, whose analyzers report these codes.
public static partial class DiagnosticCodes
{
    /// <summary>A property's type has no PostgreSQL type.</summary>
    public const string UnmappedType = "HM0001";

    /// <summary>A model has no primary key.</summary>
    public const string MissingKey = "HM0002";

    /// <summary>Two properties have the same column name.</summary>
    public const string DuplicateColumn = "HM0003";

    /// <summary>Two models have the same table name.</summary>
    public const string DuplicateTable = "HM0004";

    /// <summary>A reference leads to a class that is no model.</summary>
    public const string NotAModel = "HM0005";

    /// <summary>A foreign key's column and the referenced one differ in type.</summary>
    public const string ForeignKeyType = "HM0006";

    /// <summary>A foreign key has more or fewer columns than what it references.</summary>
    public const string ForeignKeyColumns = "HM0007";

    /// <summary>The columns that a foreign key references are neither the primary key nor unique.</summary>
    public const string ReferencedColumns = "HM0008";

    /// <summary>A name is longer than PostgreSQL's 63 bytes, or empty, or has a character that no name can have.</summary>
    public const string InvalidIdentifier = "HM0009";

    /// <summary>An attribute names a property or column that the model lacks.</summary>
    public const string UnknownProperty = "HM0010";

    /// <summary>A precision, scale or length is out of range, or the column's type takes none.</summary>
    public const string InvalidPrecision = "HM0011";

    /// <summary>An identity column is not of an integer type.</summary>
    public const string IdentityType = "HM0012";

    /// <summary>A column has two of default, identity and generation expression, or another pair that excludes each other.</summary>
    public const string ConflictingColumn = "HM0013";

    /// <summary>A model has more than one primary key.</summary>
    public const string ConflictingKeys = "HM0014";

    /// <summary>A default's literal does not fit the column's type.</summary>
    public const string InvalidDefault = "HM0015";

    /// <summary>A static, abstract, generic or inaccessible class is marked as a model.</summary>
    public const string InvalidModelClass = "HM0016";

    /// <summary>Two constraints or indexes of a table have the same name.</summary>
    public const string DuplicateName = "HM0017";

    /// <summary>The text of <c>[Column(TypeName)]</c> is no type.</summary>
    public const string InvalidTypeName = "HM0018";

    /// <summary>An attribute's argument is empty or has no meaning there.</summary>
    public const string InvalidArgument = "HM0019";

    /// <summary>Whether a base class's property can be written is not visible from another project.</summary>
    public const string UnclearProperty = "HM0020";

    /// <summary>A PostgreSQL enum has no label, or one twice.</summary>
    public const string InvalidEnum = "HM0021";

    /// <summary>A model has no column.</summary>
    public const string NoColumns = "HM0022";

    /// <summary>A navigation leads to a model, but no property holds its key.</summary>
    public const string MissingForeignKey = "HM0023";

    /// <summary>The SQL text of an attribute has a quote, parenthesis or comment that is not closed, or ends a statement.</summary>
    public const string UnclosedSql = "HM0024";

    /// <summary>A required column is to be set to NULL when the referenced row is deleted: PostgreSQL takes the key, and refuses each such deletion.</summary>
    public const string RequiredSetNull = "HM0025";
}
