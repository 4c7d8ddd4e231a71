namespace Hotline.Migrate.Migrations;

/// <summary>A script that is too long to be held: it is read again where it is needed.</summary>
public interface IScriptFile
{
    /// <summary>Reads it from a byte on.</summary>
    /// <exception cref="Diagnostics.DiagnosticException">It cannot be read, or is no longer what it was.</exception>
    TextReader Open(long start);
}
