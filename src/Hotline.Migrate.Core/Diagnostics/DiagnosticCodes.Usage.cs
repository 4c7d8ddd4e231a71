namespace Hotline.Migrate.Diagnostics;

public static partial class DiagnosticCodes
{
    /// <summary>The command line names a command that does not exist.</summary>
    public const string UnknownCommand = "HM0330";

    /// <summary>The command line has an option that the command does not know.</summary>
    public const string UnknownOption = "HM0331";

    /// <summary>An argument, or the value of an option, is missing.</summary>
    public const string MissingArgument = "HM0332";

    /// <summary>The command line has an argument that the command does not take.</summary>
    public const string UnexpectedArgument = "HM0333";

    /// <summary>An argument or an option has a value that it cannot have, or cannot have beside another one.</summary>
    public const string InvalidUsage = "HM0334";

    /// <summary>Data would be lost, and nobody confirmed it by naming the database.</summary>
    public const string ConfirmationNeeded = "HM0335";

    /// <summary>The command was interrupted by a signal.</summary>
    public const string Interrupted = "HM0336";

    /// <summary>The tool itself failed: a bug worth a report.</summary>
    public const string InternalError = "HM0337";

    /// <summary>A program that the tool starts (<c>dotnet</c>, an editor) is missing or failed.</summary>
    public const string ProgramFailed = "HM0338";

    /// <summary>The compiled project, or a type that a migration names in it, cannot be loaded.</summary>
    public const string CodeNotLoaded = "HM0339";

    /// <summary>The development server of the project does not run.</summary>
    public const string LocalServerNotRunning = "HM0349";
}
