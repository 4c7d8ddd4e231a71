using Hotline.Migrate.Configuration;
using Hotline.Migrate.Files;
using Hotline.Migrate.Tool.Commands.Looking;
using Hotline.Migrate.Tool.Printing;
using Hotline.Migrate.Tool.Printing.Answers;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Commands.SettingUp;

/// <summary>Prepares a project: configuration, package reference, tool manifest. What is there already stays as it is.</summary>
internal sealed class SetupCommand : Command<NoOptions, SetupOutcome>
{
    private const string Configuration =
        """
        {
          "migrations": "migrations"
        }

        """;

    /// <inheritdoc />
    public override CommandHelp Help { get; } = new("setup", CommandGroup.SetUp, "Prepares a project: hotline-migrate.json, the package, the tool manifest.")
    {
        Examples = ["setup", "setup --project src/Shop.Host"],
    };

    /// <inheritdoc />
    protected override Printer<SetupOutcome> Printer { get; } = new SetupPrinter();

    /// <inheritdoc />
    protected override Func<NoOptions> Declare(CommandSyntax syntax) => () => new NoOptions();

    /// <inheritdoc />
    protected override Task<SetupOutcome> ExecuteAsync(NoOptions options, ToolServices services, CancellationToken cancellationToken)
    {
        var projectFile = services.Project.RequireProjectFile();
        var directory = Path.GetDirectoryName(Path.GetFullPath(projectFile))!;

        // Everything is read and decided before anything is written.
        var reference = PackageReference.Plan(projectFile, ToolVersion.Text);
        var manifest = ToolManifest.Plan(directory, ToolVersion.Text);
        return Task.FromResult(new SetupOutcome(
        [
            WriteConfiguration(directory),
            .. reference.Select(change => change.Apply()),
            manifest.Apply(),
        ]));
    }

    private static SetupStep WriteConfiguration(string directory)
    {
        var path = Path.Combine(directory, ProjectConfiguration.FileName);
        return File.Exists(path)
            ? new SetupStep(path, Written: false, "is there already")
            : new SetupStep(path, TextFile.WriteAtomically(path, Configuration), "created");
    }
}
