namespace Hotline.Migrate.Engine.Tests.Coverage;

/// <summary>What autogenerate of Alembic never sees, or writes wrongly, each with what proves that it is seen and written right here.</summary>
/// <remarks>Proofs are written as in <see cref="ScenarioCases"/>.</remarks>
internal static class AutogenerateCases
{
    /// <summary>By the object or change.</summary>
    public static IReadOnlyDictionary<string, string[]> All { get; } = new Dictionary<string, string[]>
    {
        ["table add / drop; objects of others"] = ["TableChangeTests: new table with everything", "TableChangeTests: dropped table", "DriftDetectorTests: What_the_filters_leave_to_others_is_no_drift"],
        ["table rename, column rename"] =
        [
            "RenameChangeTests: table", "RenameChangeTests: column with everything on it", "Core.Tests/Diffing/RenameTests: A_table_that_may_have_been_renamed_is_a_question",
            "Core.Tests/Diffing/RenameTests: A_column_that_may_have_been_renamed_is_a_question_and_nothing_is_dropped",
        ],
        ["column add / drop"] = ["ColumnChangeTests: 2 NOT NULL column with backfill", "ColumnChangeTests: dropped column"],
        ["column order"] = ["ColumnChangeTests: 4 column in the middle"],
        ["nullable"] = ["ColumnChangeTests: 13 SET NOT NULL with backfill", "ColumnChangeTests: DROP NOT NULL"],
        ["type: family, length, precision, time zone, array element, collation, json, enum"] =
        [
            "TypeChangeTests: 39 *", "TypeChangeTests: integer to boolean", "TypeChangeTests: varchar to integer", "TypeChangeTests: integer array to bigint array", "TypeChangeTests: json to jsonb",
            "EnumChangeTests: 52 enum to other enum", "TypeChangeTests: 7 text DEFAULT to integer DEFAULT",
        ],
        ["type: length, precision or collation on one side only"] = ["TypeChangeTests: numeric to numeric without scale", "TypeChangeTests: timestamp precision goes", "TypeChangeTests: 11 collation"],
        ["int to int[], unknown types, domain definition"] = ["TypeChangeTests: integer to integer array", "OtherChangeTests: text to citext", "DomainChangeTests: 53 NOT NULL, default and conditions come"],
        ["server default"] = ["ColumnChangeTests: default comes, changes and goes", "SpellingTests: 19 typed literals and time zones"],
        ["identity add / drop / options"] = ["IdentityChangeTests: 16 *", "KeyFormTests: 16 *"],
        ["serial and identity, int to serial"] = ["SerialChangeTests: serial to identity goes on where the sequence stood", "SerialChangeTests: identity to serial goes on where the identity stood", "SerialChangeTests: 5 int to serial goes on after the rows"],
        ["computed expression"] = ["GeneratedChangeTests: 18 *"],
        ["index add, drop, change, rename"] = ["IndexChangeTests: 21 index comes", "IndexChangeTests: 27 expressions", "IndexChangeTests: 24 sort order", "IndexChangeTests: 23 renamed index and another that changes"],
        ["index predicate, INCLUDE, method, operator class, WITH"] = ["IndexChangeTests: 22 columns, method and predicate change", "SpellingTests: 29 unique constraints and indexes with all they can have"],
        ["unique constraint: column order, DEFERRABLE, INCLUDE"] = ["KeyChangeTests: 15 unique columns change", "KeyChangeTests: 28 unique to deferrable", "KeyChangeTests: 29 NULLS NOT DISTINCT and INCLUDE"],
        ["foreign key: rename, MATCH, NOT VALID, columns of SET NULL"] = ["KeyChangeTests: MATCH FULL", "KeyChangeTests: 37 foreign key validated in place", "KeyChangeTests: composite foreign key with column list", "RenameChangeTests: default names follow the table"],
        ["check: expression, unnamed"] = ["KeyChangeTests: 33 check expression changes", "SpellingTests: 35 names that collide, are cut, and are not ASCII"],
        ["exclusion"] = ["KeyChangeTests: 30 *"],
        ["primary key columns, name, add, drop"] = ["KeyChangeTests: primary key comes and goes", "KeyChangeTests: 26 primary key moves to another column", "KeyChangeTests: 27 primary key grows under a foreign key"],
        ["enum type create"] = ["EnumChangeTests: new enum with column", "EnumChangeTests: two new tables with a new enum"],
        ["enum value add, remove, reorder, rename; type drop"] = ["EnumChangeTests: 49 *", "EnumChangeTests: 50 *", "EnumChangeTests: 51 *", "EnumChangeTests: dropped enum and column"],
        ["sequences"] = ["OtherChangeTests: default from a new sequence", "OtherChangeTests: 48 *"],
        ["comments on everything"] = ["KeptPrivilegeTests: 60 comments on every kind come", "KeptPrivilegeTests: 60 comments on every kind change"],
        ["schemas"] = ["OtherChangeTests: table in a new schema", "OtherChangeTests: schema goes"],
        ["partitioned tables"] = ["PartitionChangeTests: 45 *", "PartitionChangeTests: 46 *", "PartitionChangeTests: 47 *"],
        ["views, materialized views, functions, procedures, triggers, rules"] = ["ViewChangeTests: 55 *", "RoutineChangeTests: 57 *", "TriggerChangeTests: 58 *", "ServerObjectChangeTests: rules come, change and go"],
        ["row security, policies, grants, default privileges"] = ["OtherChangeTests: 59 *", "OtherChangeTests: 44 row security and policies come", "PrivilegeChangeTests: 60 *"],
        ["extensions, domains, composite types"] = ["OtherChangeTests: 54 *", "DomainChangeTests: 53 *", "CompositeChangeTests: field comes"],
        ["range types, collations, statistics"] =
        [
            "ServerObjectChangeTests: range types come with what uses them", "ServerObjectChangeTests: 11 own collation comes with its columns and another goes",
            "ServerObjectChangeTests: statistics come, change and go",
        ],
        ["publications, foreign tables, event triggers"] =
        [
            "ServerObjectChangeTests: publications come", "ServerObjectChangeTests: publications change", "ServerObjectChangeTests: foreign data comes", "ServerObjectChangeTests: foreign data changes",
            "ServerObjectChangeTests: event triggers come, change and go",
        ],
        ["UNLOGGED, storage parameters"] = ["TableChangeTests: 43 logged to unlogged", "TableChangeTests: storage parameters"],
        ["column storage and compression, replica identity, cluster"] = ["TableSettingTests: storage and compression come", "TableSettingTests: 44 *"],
        ["circular foreign keys"] = ["TableChangeTests: 39 circular foreign keys come", "TableChangeTests: 39 circular foreign keys go"],
        ["drop of a table and of the column that refers to it"] = ["KeyChangeTests: 41 referenced table and referencing column go"],
        ["column of a new enum; varchar to enum"] = ["EnumChangeTests: new enum with column", "EnumChangeTests: varchar to enum with check and index"],
        ["index names exchanged between dropped and created table"] = ["IndexChangeTests: index name goes from a dropped to a new table"],
        ["column of a view changes or goes"] = ["ViewChangeTests: 55 column type under a view", "ViewChangeTests: 55 column dropped that a view no longer reads"],
        ["two linked tables go"] = ["TableChangeTests: linked tables go"],
        ["column goes together with the computed one that uses it"] = ["ColumnChangeTests: dropped column with the generated one that uses it"],
        ["any change of any schema"] = ["RandomChangeTests: Any_change_of_populated_tables_goes_there_and_back_and_there_again"],
    };

    /// <summary>Rows that are left out on purpose.</summary>
    public static IReadOnlyDictionary<string, string> Exceptions { get; } = new Dictionary<string, string>
    {
        ["owner, roles"] = "Who owns an object is left to whoever runs the migrations (HM0123); roles belong to the server.",
        ["tablespace"] = "A tablespace is a directory of the server; moving is tested by text where the schema is compared.",
        ["data"] = "Rows are written by hand in the migration.",
    };
}
