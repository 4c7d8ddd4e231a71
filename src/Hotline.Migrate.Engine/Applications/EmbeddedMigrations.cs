using System.Reflection;
using System.Text;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Running;

namespace Hotline.Migrate.Applications;

/// <summary>Reads the migration files that are embedded in an assembly.</summary>
internal static class EmbeddedMigrations
{
    private const string FirstLine = "-- migration:";

    /// <summary>All migrations among the assembly's resources. Other SQL files there are none of its business.</summary>
    public static MigrationSet Load(Assembly assembly)
    {
        Migration[] migrations =
        [
            .. from name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)
               where name.EndsWith(".sql", StringComparison.OrdinalIgnoreCase)
               let text = Read(assembly, name)
               where text.StartsWith(FirstLine, StringComparison.Ordinal)
               select MigrationFile.Parse(name, text),
        ];
        return migrations is [] ? throw None(assembly) : MigrationSet.Of(migrations);
    }

    private static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        return reader.ReadToEnd();
    }

    private static DiagnosticException None(Assembly assembly) => new(FailureKind.Usage, new Diagnostic
    {
        Code = DiagnosticCodes.MigrationFolderMissing,
        Summary = $"The assembly {assembly.GetName().Name} has no embedded migration.",
        NextActions = ["Embed them: <EmbeddedResource Include=\"migrations/*.sql\" /> in the project file."],
    });
}
