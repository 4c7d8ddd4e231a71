using System.Globalization;
using Hotline.Migrate.Build.Assemblies;
using Hotline.Migrate.Build.Logging;
using Hotline.Migrate.Build.Sources;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Drafting;
using Hotline.Migrate.Files;
using Hotline.Migrate.Operations;

namespace Hotline.Migrate.Build;

/// <summary>One run of the build's step: collect the model, compare it with the snapshot, and write, check or report.</summary>
internal sealed class DraftBuild(DraftBuildInputs inputs, MigrationProject project, BuildLog log)
{
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Runs it.</summary>
    /// <returns>The path of the draft that is there afterwards, or <c>null</c>.</returns>
    public string? Run(OnBuild mode, CancellationToken cancellationToken)
    {
        if (mode == OnBuild.Off || CollectModel() is not { } model)
        {
            return null;
        }

        var nothingYet = model.Schema.Objects.IsEmpty && !project.HasMigrations && !File.Exists(inputs.ModelFile);
        if (nothingYet && mode != OnBuild.Model)
        {
            return null;
        }

        using var folderLock = FolderLock.Acquire(project.Folder, LockTimeout, cancellationToken);
        TextFile.WriteAtomically(inputs.ModelFile, ModelFile.Write(model));
        if (mode == OnBuild.Model)
        {
            return null;
        }

        if (project.FinishSeal())
        {
            log.Say(new Diagnostic
            {
                Code = DiagnosticCodes.SealFinished,
                Severity = DiagnosticSeverity.Warning,
                Summary = "A seal that was interrupted has been finished.",
                Where = new SourceLocation(project.MigrationsFolder),
            });
        }

        var situation = project.Load(model.Schema, DateTimeOffset.UtcNow, cancellationToken: cancellationToken);
        var plan = DraftPlanner.Plan(situation);
        var places = new SourcePlaces(model, new SourceLocator(inputs.Sources));
        Report(plan.Diff, places);
        foreach (var diagnostic in plan.Diagnostics)
        {
            log.Say(diagnostic);
        }

        if (mode == OnBuild.Check)
        {
            foreach (var finding in ModelCheck.Find(situation, plan))
            {
                log.Say(finding.Diagnostic with { Where = finding.Diagnostic.Where ?? places.Of(finding.Kind, finding.Name, finding.Member) });
            }

            return plan.Draft?.Path;
        }

        // Nothing builds on the heads yet, so there is time to merge them.
        if (ModelCheck.SeveralHeads(situation, plan) is { } heads)
        {
            log.Say(heads with { Severity = DiagnosticSeverity.Warning });
        }

        return Carry(plan);
    }

    private ProjectModel? CollectModel()
    {
        var assemblies = new List<DescribedAssembly>();
        foreach (var path in inputs.References.Prepend(inputs.Assembly))
        {
            if (Read(path) is { } read)
            {
                var assembly = read with { ProjectFolder = inputs.ProjectFolders.GetValueOrDefault(path) };
                log.Detail(string.Create(CultureInfo.InvariantCulture, $"{assembly.Descriptors.Count} descriptors, {assembly.SchemaFiles.Count} schema files in {path}"));
                assemblies.Add(path == inputs.Assembly ? assembly with { HasModelsSwitchedOn = inputs.ModelsSwitchedOn } : assembly);
            }
        }

        var (model, diagnostics) = ModelCollector.Collect(assemblies);
        foreach (var diagnostic in diagnostics)
        {
            log.Say(diagnostic);
        }

        return log.HasErrors ? null : model;
    }

    private static DescribedAssembly? Read(string path)
    {
        try
        {
            return AssemblyReader.Read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            throw new DiagnosticException(
                FailureKind.Usage,
                new Diagnostic
                {
                    Code = DiagnosticCodes.AssemblyUnreadable,
                    Summary = $"{Path.GetFileName(path)} cannot be read for its models.",
                    Why = e.Message,
                    Where = new SourceLocation(path),
                    NextActions = ["Rebuild the project that makes it."],
                },
                e);
        }
    }

    private void Report(SchemaDiff diff, SourcePlaces places)
    {
        foreach (var finding in diff.Findings)
        {
            log.Say(finding.Diagnostic with { Where = finding.Diagnostic.Where ?? places.Of(finding.Kind, finding.Name, finding.Member) });
        }

        foreach (var operation in diff.Operations.Where(o => o.Loss is not null))
        {
            var summary = OperationSummary.Of(operation);
            log.Say(new Diagnostic
            {
                Code = operation.Loss!.Code,
                Severity = DiagnosticSeverity.Warning,
                Summary = $"The next migration loses data: {operation.Loss.Text}",
                Where = places.Of(summary.Kind, summary.Name, summary.Member),
            });
        }
    }

    private string? Carry(DraftPlan plan)
    {
        switch (plan.Action)
        {
            case DraftAction.Write:
                TextFile.WriteAtomically(plan.Path!, plan.Text!);
                log.Say(Written(plan));
                return plan.Path;
            case DraftAction.Delete:
                ChangeJournal.Apply(project.MigrationsFolder, [new DeleteFile(Path.GetFileName(plan.Path!))]);
                log.Say(Removed(plan));
                return null;
            default:
                return plan.Path;
        }
    }

    private static Diagnostic Written(DraftPlan plan)
    {
        const int most = 10;
        var summaries = plan.Diff.Operations.Select(o => OperationSummary.Of(o).ToString()).ToArray();
        var more = summaries.Length > most ? string.Create(CultureInfo.InvariantCulture, $"; and {summaries.Length - most} more") : "";
        return new Diagnostic
        {
            Code = DiagnosticCodes.DraftWritten,
            Severity = DiagnosticSeverity.Information,
            Summary = $"Draft migration written: {string.Join("; ", summaries.Take(most))}{more}.",
            Where = new SourceLocation(plan.Path!),
        };
    }

    private static Diagnostic Removed(DraftPlan plan) => new()
    {
        Code = DiagnosticCodes.DraftRemoved,
        Severity = DiagnosticSeverity.Information,
        Summary = "Draft migration removed: model and migrations agree.",
        Where = new SourceLocation(plan.Path!),
    };
}
