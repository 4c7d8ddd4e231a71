namespace Hotline.Migrate.Schema;

/// <summary>The kinds of schema objects: the <c>kind</c> of a descriptor and the folder of its snapshot file.</summary>
public static class SchemaKinds
{
    /// <summary>A table.</summary>
    public const string Table = "table";

    /// <summary>An enum type.</summary>
    public const string Enum = "enum";

    /// <summary>A sequence that no identity column owns.</summary>
    public const string Sequence = "sequence";

    /// <summary>An extension.</summary>
    public const string Extension = "extension";

    /// <summary>A schema (namespace).</summary>
    public const string Schema = "schema";

    /// <summary>A domain.</summary>
    public const string Domain = "domain";

    /// <summary>A composite type that is no table's row type.</summary>
    public const string Composite = "composite";

    /// <summary>The privileges that roles have on one object.</summary>
    public const string Privileges = "privileges";

    /// <summary>The privileges that roles get on objects made later.</summary>
    public const string DefaultPrivileges = "default_privileges";

    /// <summary>A range type.</summary>
    public const string Range = "range";

    /// <summary>A collation.</summary>
    public const string Collation = "collation";

    /// <summary>A view.</summary>
    public const string View = "view";

    /// <summary>A materialized view.</summary>
    public const string MaterializedView = "materialized_view";

    /// <summary>A function, window functions among them.</summary>
    public const string Function = "function";

    /// <summary>A procedure.</summary>
    public const string Procedure = "procedure";

    /// <summary>An aggregate.</summary>
    public const string Aggregate = "aggregate";

    /// <summary>A trigger on a table or view.</summary>
    public const string Trigger = "trigger";

    /// <summary>A rewrite rule on a table or view.</summary>
    public const string Rule = "rule";

    /// <summary>An event trigger.</summary>
    public const string EventTrigger = "event_trigger";

    /// <summary>A publication of logical replication.</summary>
    public const string Publication = "publication";

    /// <summary>An extended statistics object.</summary>
    public const string Statistics = "statistics";

    /// <summary>A foreign-data wrapper.</summary>
    public const string ForeignDataWrapper = "foreign_data_wrapper";

    /// <summary>A foreign server.</summary>
    public const string ForeignServer = "foreign_server";

    /// <summary>A foreign table.</summary>
    public const string ForeignTable = "foreign_table";

    /// <summary>A text search dictionary.</summary>
    public const string TextSearchDictionary = "text_search_dictionary";

    /// <summary>A text search configuration: a parser, and the dictionaries that look up each type of token.</summary>
    public const string TextSearchConfiguration = "text_search_configuration";

    /// <summary>Whether objects of that kind are a <see cref="SqlObject"/>: an object that is its <c>CREATE</c> statement.</summary>
    public static bool IsSql(string kind) => kind is
        Range or Collation or View or MaterializedView or Function or Procedure or Aggregate or Trigger or Rule or EventTrigger
        or Publication or Statistics or ForeignDataWrapper or ForeignServer or ForeignTable or TextSearchDictionary or TextSearchConfiguration;

    /// <summary>Whether objects of that kind are no model classes but SQL files, of which a project may have none.</summary>
    public static bool IsKeptInFiles(string kind) => IsSql(kind) || kind is Domain or Composite or Privileges or DefaultPrivileges;

    /// <summary>Whether objects of that kind live in no schema: their <see cref="SchemaObject.Name"/> is in the default one.</summary>
    public static bool IsDatabaseWide(string kind) => kind is
        Extension or EventTrigger or Publication or ForeignDataWrapper or ForeignServer or DefaultPrivileges;
}
