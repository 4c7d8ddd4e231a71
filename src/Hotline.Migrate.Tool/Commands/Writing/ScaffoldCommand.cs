using System.Xml;
using System.Xml.Linq;
using Hotline.Migrate.Adopting;
using Hotline.Migrate.Configuration;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Files;
using Hotline.Migrate.Scaffolding;
using Hotline.Migrate.Tool.Databases;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Projects;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.Writing;

/// <summary>Writes model classes and SQL files from a database.</summary>
internal sealed class ScaffoldCommand : Command<ScaffoldOptions, ScaffoldOutcome>
{
    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("scaffold", CommandGroup.Write, "Writes model classes and SQL files from a database.")
    {
        Examples =
        [
            "scaffold",
            "scaffold --output Data/Models --namespace Shop.Data",
            "scaffold --schema billing --table \"invoice*\" --dry-run",
            "scaffold --base-class Entity --force",
        ],
    };

    /// <inheritdoc />
    protected override Printer<ScaffoldOutcome> Printer { get; } = new ScaffoldPrinter();

    /// <inheritdoc />
    protected override Func<ScaffoldOptions> Declare(CommandSyntax syntax)
    {
        var output = syntax.Text("--output <FOLDER>", "the folder of the classes, in the project (default: Models)");
        var space = syntax.Text("--namespace <NAME>", "the namespace (default: the project's root namespace and the folder)");
        var schemas = syntax.Texts("--schema <PATTERN>", "only this schema; * and ? are known");
        var tables = syntax.Texts("--table <PATTERN>", "only this table, name or schema.name; * and ? are known");
        var baseClass = syntax.Text("--base-class <NAME>", "the name of the base class of shared columns (default: BaseModel or TenantBaseModel)");
        var noBaseClass = syntax.Flag("--no-base-class", "no base class: every class has all of its columns");
        var npgsql = syntax.Flag("--npgsql-types", "NpgsqlRange, NpgsqlTsVector, ... instead of text; the project needs Npgsql");
        var force = syntax.Flag("--force", "write over files that scaffold did not write, or that were edited since");
        var dryRun = syntax.Flag("--dry-run", "show what would be written, and write nothing");
        return () => new ScaffoldOptions
        {
            Output = Folder(output.Value),
            Namespace = Identifier(space.Value, "--namespace", dots: true),
            Schemas = schemas.Values,
            Tables = tables.Values,
            BaseClass = Identifier(baseClass.Value, "--base-class", dots: false),
            NoBaseClass = noBaseClass.IsSet,
            NpgsqlTypes = npgsql.IsSet,
            Force = force.IsSet,
            IsDryRun = dryRun.IsSet,
        };
    }

    /// <inheritdoc />
    protected override async Task<ScaffoldOutcome> ExecuteAsync(ScaffoldOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        var project = services.Project;
        project.EnsureExists();
        using var held = MigrationWriter.Lock(project, cancellationToken);
        ChangeJournal.Finish(project.Directory);
        var database = await services.OpenDatabaseAsync(new DatabaseOptions(), cancellationToken).ConfigureAwait(false);
        await using (database.ConfigureAwait(false))
        {
            var existing = await ExistingDatabase.ReadAsync(
                database.Source, Filters(project.Configuration.Filters, options), database.Options.History, cancellationToken).ConfigureAwait(false);
            var space = options.Namespace ?? Namespace(project, options.Output);
            var scaffold = Scaffolder.Of(existing.Schema, new Scaffolding.ScaffoldOptions
            {
                Namespace = space,
                Folder = options.Output,
                WithBaseClass = !options.NoBaseClass,
                BaseClass = options.BaseClass,
                NpgsqlTypes = options.NpgsqlTypes,
            });
            string[] leftOut = [.. scaffold.LeftOut, .. existing.LeftOut];
            if (scaffold.Files.Count == 0)
            {
                throw Nothing(database.Name);
            }

            services.Warn(leftOut.Select(LeftOut));
            var files = ScaffoldWriter.Plan(project.Directory, scaffold, options.Force);
            if (!options.IsDryRun)
            {
                ScaffoldWriter.Write(project.Directory, scaffold, files);
            }

            return new ScaffoldOutcome
            {
                Database = database.Settings.Redacted,
                Namespace = space,
                Classes = scaffold.Tables.Count,
                BaseClass = scaffold.BaseClass,
                Files = [.. files.Select(f => f with { Path = Path.Combine(project.Directory, f.Path) })],
                LeftOut = leftOut,
                IsDryRun = options.IsDryRun,
            };
        }
    }

    // What the configuration leaves alone stays so; the command line narrows what is looked after.
    private static ObjectFilters Filters(ObjectFilters configured, ScaffoldOptions options) =>
        options.Schemas.Count == 0 && options.Tables.Count == 0
            ? configured
            : configured with { Manage = new ObjectPatterns { Schemas = [.. options.Schemas], Tables = [.. options.Tables] } };

    private static string Folder(string? text)
    {
        var folder = (text ?? "Models").Replace('\\', '/').Trim('/');
        return folder.Length > 0 && !Path.IsPathRooted(text) && !folder.Split('/').Contains("..")
            ? folder
            : throw UsageErrors.Invalid($"--output takes a folder within the project, and '{text}' is none.", "scaffold --output Models");
    }

    private static string? Identifier(string? text, string option, bool dots) => text is null || (dots ? text.Split('.') : [text]).All(IsIdentifier)
        ? text
        : throw UsageErrors.Invalid($"{option} takes a name of C#, and '{text}' is none.", $"scaffold {option} {(dots ? "Shop.Models" : "BaseModel")}");

    private static bool IsIdentifier(string text) =>
        text.Length > 0 && (char.IsLetter(text[0]) || text[0] == '_') && text.All(c => char.IsLetterOrDigit(c) || c == '_');

    private static string Namespace(ToolProject project, string folder)
    {
        var file = project.HasProjectFile() ? project.RequireProjectFile() : null;
        var root = (file is null ? null : RootNamespace(file)) ?? Path.GetFileNameWithoutExtension(file ?? project.Directory);
        return string.Join('.', root.Split('.').Concat(folder.Split('/')).Select(AsIdentifier));
    }

    private static string? RootNamespace(string file)
    {
        try
        {
            var text = XDocument.Parse(TextFile.Read(file)).Descendants().LastOrDefault(e => e.Name.LocalName == "RootNamespace")?.Value.Trim();
            return string.IsNullOrEmpty(text) || text.Contains('$', StringComparison.Ordinal) ? null : text;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string AsIdentifier(string text)
    {
        var name = string.Concat(text.Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : '_'));
        return name.Length > 0 && char.IsDigit(name[0]) ? "_" + name : name;
    }

    private static Diagnostic LeftOut(string what) => new()
    {
        Code = DiagnosticCodes.LeftOutOfScaffold,
        Severity = DiagnosticSeverity.Warning,
        Summary = what,
        NextActions = ["Leave it to others by the filters in hotline-migrate.json, or keep it in migrations written by hand."],
    };

    private static DiagnosticException Nothing(string database) => new(FailureKind.Usage, new Diagnostic
    {
        Code = DiagnosticCodes.NothingToScaffold,
        Summary = $"The database {database} holds nothing that classes could be made of. Nothing was changed.",
        Why = "It is empty, or the filters leave all of it to others.",
        NextActions = ["dotnet hotline-migrate config --show-origin", "Look at --schema, --table, and at 'manage' and 'ignore' in hotline-migrate.json."],
    });
}
