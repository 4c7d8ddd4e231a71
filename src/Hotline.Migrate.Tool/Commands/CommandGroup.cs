namespace Hotline.Migrate.Tool.Commands;

/// <summary>Where a command stands in the help, in this order.</summary>
internal enum CommandGroup
{
    /// <summary>Writes migration files.</summary>
    Write,

    /// <summary>Changes a database.</summary>
    Run,

    /// <summary>Shows where things are.</summary>
    Look,

    /// <summary>Finds mistakes.</summary>
    Check,

    /// <summary>Sets up projects and machines.</summary>
    SetUp,
}
