namespace Hotline.Migrate.Engine.Tests.Coverage;

/// <summary>Sixty schema changes that a differ must get right, each with what proves it.</summary>
/// <remarks>
/// A proof is <c>class: case</c> (a theory's case, or a method) of this assembly, or <c>project/file: method</c>. A star at the end
/// stands for every case that begins so; it must be at least one.
/// </remarks>
internal static class ScenarioCases
{
    /// <summary>How many there are.</summary>
    public const int Count = 60;

    /// <summary>By number.</summary>
    public static IReadOnlyDictionary<int, string[]> All { get; } = new Dictionary<int, string[]>
    {
        [1] = ["ColumnChangeTests: 1 nullable column", "ColumnChangeTests: 1 column with constant default", "ColumnChangeTests: 1 column with volatile default"],
        [2] = ["ColumnChangeTests: 2 NOT NULL column with backfill", "Core.Tests/Diffing/NotNullTests: A_new_column_needs_a_value_for_rows_that_are_there"],
        [3] = ["ColumnChangeTests: 3 serial column comes", "SerialChangeTests: 3 serial column comes"],
        [4] = ["ColumnChangeTests: 4 column in the middle", "Core.Tests/Diffing/SchemaDifferTests: The_order_of_columns_is_no_difference"],
        [5] = ["ColumnChangeTests: 5 integer to serial", "SerialChangeTests: 5 int to serial goes on after the rows", "SerialChangeTests: 5 serial to int"],
        [6] = ["TypeChangeTests: 6 varchar to text with default"],
        [7] = ["TypeChangeTests: 7 text DEFAULT to integer DEFAULT"],
        [8] = ["Core.Tests/Diffing/TypeChangeTests: An_impossible_conversion_is_an_error_that_names_the_column", "KeyFormTests: 8 impossible default goes with its type"],
        [9] = ["Core.Tests/Diffing/TypeChangeTests: An_impossible_conversion_is_an_error_that_names_the_column"],
        [10] = ["ColumnChangeTests: 10 everything about one column"],
        [11] = ["TypeChangeTests: 11 collation", "ServerObjectChangeTests: 11 own collation comes with its columns and another goes"],
        [12] = ["SerialChangeTests: 12 serial to bigserial", "TypeChangeTests: 12 serial to bigserial"],
        [13] = ["ColumnChangeTests: 13 SET NOT NULL with backfill", "Core.Tests/Diffing/NotNullTests: A_column_that_becomes_not_null_needs_something_for_null"],
        [14] = ["ColumnChangeTests: 14 SET NOT NULL with a check that says so"],
        [15] = ["ColumnChangeTests: 15 NOT NULL DEFAULT to nullable", "ColumnChangeTests: 15 nullable to NOT NULL DEFAULT"],
        [16] =
        [
            "IdentityChangeTests: 16 identity ALWAYS to BY DEFAULT with options", "IdentityChangeTests: 16 identity comes", "IdentityChangeTests: 16 identity goes",
            "IdentityChangeTests: 16 identity minimum alone", "KeyFormTests: 16 identity increment alone", "KeyFormTests: 16 identity start alone",
            "KeyFormTests: 16 identity maximum alone", "KeyFormTests: 16 identity cache alone", "KeyFormTests: 16 identity cycle alone", "KeyFormTests: 16 identity counts down",
        ],
        [17] = ["IdentityChangeTests: 17 identity on a column with a default", "IdentityChangeTests: 17 identity to plain nullable"],
        [18] =
        [
            "GeneratedChangeTests: 18 generated column comes", "GeneratedChangeTests: 18 generated expression changes", "GeneratedChangeTests: 18 generated to plain",
            "GeneratedChangeTests: 18 plain to generated", "KeyFormTests: 18 two generated columns on one that changes",
        ],
        [19] = ["ColumnChangeTests: 19 typed defaults", "SpellingTests: 19 typed literals and time zones", "Core.Tests/Diffing/SchemaDifferTests: Other_spellings_of_the_same_expression_are_no_difference"],
        [20] = ["SpellingTests: 20 arrays, negative numbers and quotes"],
        [21] = ["IndexChangeTests: 21 index comes", "Core.Tests/Diffing/SchemaDifferTests: Indexes_of_tables_that_are_there_can_be_built_concurrently"],
        [22] = ["IndexChangeTests: 22 columns, method and predicate change", "SpellingTests: 63 bytes in an index that changes"],
        [23] = ["IndexChangeTests: 23 renamed index and another that changes"],
        [24] = ["ColumnChangeTests: 24 dropped column with its index, unique, check and foreign key"],
        [25] = ["KeyChangeTests: 25 unique index to constraint of the same name", "KeyChangeTests: 25 unique to primary key", "KeyChangeTests: 12 index to unique constraint"],
        [26] = ["KeyChangeTests: 26 primary key moves to another column", "KeyFormTests: 26 quoted primary key moves, with names of its own"],
        [27] = ["KeyChangeTests: 27 primary key grows under a foreign key"],
        [28] = ["KeyChangeTests: 28 unique to deferrable", "KeyChangeTests: 28 primary key to deferrable", "KeyFormTests: 28 deferrable to initially deferred to immediate"],
        [29] = ["KeyChangeTests: 29 NULLS NOT DISTINCT and INCLUDE", "SpellingTests: 29 unique constraints and indexes with all they can have", "IndexChangeTests: 30 gin and brin options"],
        [30] = ["KeyChangeTests: 30 exclusion comes", "KeyChangeTests: 30 exclusion changes", "KeyFormTests: 30 unnamed exclusions with expressions"],
        [31] = ["KeyFormTests: 31 temporal keys come", "KeyFormTests: 31 temporal keys from plain ones"],
        [32] = ["DriftDetectorTests: Index_that_a_failed_build_left_invalid_is_drift_and_is_built_anew"],
        [33] = ["KeyChangeTests: 33 check comes", "KeyChangeTests: 33 check expression changes", "KeyChangeTests: 33 NOT VALID to valid and back", "KeyFormTests: 33 check with a function of the user"],
        [34] = ["TypeChangeTests: 34 check and partial index on the column", "KeyFormTests: 34 column goes with checks of its own and of several columns"],
        [35] = ["KeyChangeTests: 35 check expressions of many kinds", "SpellingTests: 35 conditions of every form, named by the server", "SpellingTests: 35 names that collide, are cut, and are not ASCII"],
        [36] = ["KeyChangeTests: 36 foreign key between tables that are there", "PartitionChangeTests: 36 foreign keys of and to partitioned tables"],
        [37] = ["KeyChangeTests: 37 foreign key actions", "KeyChangeTests: 37 foreign key target", "KeyChangeTests: 37 foreign key validated in place"],
        [38] = ["PartitionChangeTests: 38 foreign key switches to a partitioned table with a new unique index"],
        [39] =
        [
            "TableChangeTests: 39 circular foreign keys come", "TableChangeTests: 39 circular foreign keys go", "TableChangeTests: 39 self reference",
            "TableChangeTests: 39 referenced table goes, children stay",
        ],
        [40] =
        [
            "TypeChangeTests: 40 key and its references grow", "TypeChangeTests: 40 key and its references become text",
            "KeyFormTests: 40 key and its references change to what they cannot be compared with",
        ],
        [41] = ["TableChangeTests: 41 drop by changing everything", "KeyFormTests: 41 everything of a table is another"],
        [42] = ["TableChangeTests: 42 odd names", "TableChangeTests: 42 same names in several schemas", "KeyFormTests: 42 names go from one schema's objects to another's"],
        [43] = ["TableChangeTests: 43 logged to unlogged", "TableChangeTests: columnless table", "InheritanceChangeTests: 43 *"],
        [44] = ["TableSettingTests: 44 *", "OtherChangeTests: 44 row security and policies come", "OtherChangeTests: row security forced and not"],
        [45] =
        [
            "InheritanceChangeTests: 45 columns of a partitioned table with a partition that has its own default", "PartitionChangeTests: 45 partitioned table with keys, indexes and partitions comes",
            "PartitionChangeTests: 45 primary key of each partition alone", "PartitionChangeTests: 45 partition comes with the key that the parent has", "PartitionChangeTests: 45 index of the parent changes",
        ],
        [46] =
        [
            "InheritanceChangeTests: 46 a partition is detached and keeps its rows", "PartitionChangeTests: 46 standalone table becomes a partition and keeps its rows",
            "PartitionChangeTests: 46 partition with keys and indexes of its parent is detached", "Core.Tests/Diffing/SchemaDifferTests: A_table_cannot_become_partitioned_or_the_other_way",
        ],
        [47] =
        [
            "InheritanceChangeTests: 47 the bounds of a partition change", "PartitionChangeTests: 47 one partition goes", "PartitionChangeTests: 47 list, default and multi-column bounds change",
            "PartitionChangeTests: 47 two partitions exchange their bounds",
        ],
        [48] = ["OtherChangeTests: 48 sequence options", "OtherChangeTests: 48 sequence options back", "SerialChangeTests: 48 *"],
        [49] = ["EnumChangeTests: 49 append", "EnumChangeTests: 49 append and use as default", "EnumChangeTests: 49 insert in the middle and at both ends"],
        [50] = ["EnumChangeTests: 50 *"],
        [51] = ["EnumChangeTests: 51 renamed enum, label and default"],
        [52] = ["EnumChangeTests: 52 text with default to enum", "EnumChangeTests: 52 enum to other enum"],
        [53] = ["DomainChangeTests: 53 *", "RoutineChangeTests: 57 function that everything calls comes"],
        [54] = ["OtherChangeTests: 54 extension with a column of its type", "OtherChangeTests: 54 extension goes last"],
        [55] = ["ViewChangeTests: 55 *", "KeptPrivilegeTests: 55 *"],
        [56] = ["ViewChangeTests: 56 *", "KeptPrivilegeTests: 56 *"],
        [57] = ["RoutineChangeTests: 57 *", "KeptPrivilegeTests: 57 *"],
        [58] = ["TriggerChangeTests: 58 *", "KeptPrivilegeTests: 58 *"],
        [59] = ["OtherChangeTests: 59 *", "KeptPrivilegeTests: 59 *"],
        [60] = ["PrivilegeChangeTests: 60 *", "KeptPrivilegeTests: 60 *", "OtherChangeTests: 60 comments come, change and go", "RenameChangeTests: 60 table, column and type together"],
    };

    /// <summary>Cases beyond the sixty.</summary>
    public static IReadOnlyDictionary<string, string[]> Bonus { get; } = new Dictionary<string, string[]>
    {
        ["view of every column after columns changed places"] = ["SqlObjectChangeTests: view of every column after columns changed places"],
        ["virtual generated columns"] = ["KeyFormTests: virtual generated columns come, change and go"],
        ["foreign key to a unique constraint of the same plan"] = ["KeyChangeTests: foreign key to a unique that comes in a later table"],
        ["unique to primary key under a foreign key"] = ["KeyChangeTests: unique to primary key under a foreign key"],
        ["publication that lists a dropped column"] = ["ServerObjectChangeTests: published column goes"],
        ["three tables of a circle go"] = ["TableChangeTests: three tables of a circle go"],
        ["default privileges are revoked"] = ["KeptPrivilegeTests: 60 default privileges are taken away and come"],
        ["function body names what comes later"] = ["RoutineChangeTests: 57 body names what comes later"],
        ["partitions inherit a foreign key once"] = ["PartitionChangeTests: partitions inherit a foreign key once"],
    };
}
