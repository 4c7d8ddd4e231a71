using Hotline.Migrate.Build.Tests.Assemblies;
using Hotline.Migrate.Schema;
using Microsoft.Build.Utilities;

namespace Hotline.Migrate.Build.Tests.Projects;

/// <summary>A project folder with an assembly in it, and the task on it.</summary>
internal sealed class BuiltProject : IDisposable
{
    private readonly TestDirectory folder = new("project");
    private readonly List<string> references = [];
    private string? assembly;

    public BuiltProject(string configuration = "{}") => folder.Write("hotline-migrate.json", configuration);

    public FakeBuildEngine Engine { get; private set; } = new();

    /// <summary>The migration files, by name.</summary>
    public IReadOnlyDictionary<string, string> Migrations => Directory.Exists(folder["migrations"])
        ? Directory.EnumerateFiles(folder["migrations"], "*.sql").ToDictionary(p => Path.GetFileName(p), File.ReadAllText, StringComparer.Ordinal)
        : new Dictionary<string, string>();

    public string this[string relativePath] => folder[relativePath];

    public void Dispose() => folder.Dispose();

    public void Write(string relativePath, string content) => folder.Write(relativePath, content);

    /// <summary>What the compiler would write for a project with these models.</summary>
    public BuiltProject Model(params IEnumerable<SchemaObject> objects)
    {
        var app = new TestAssembly("App").SwitchedOn();
        foreach (var schemaObject in objects)
        {
            var type = "App." + char.ToUpperInvariant(schemaObject.Name.Name[0]) + schemaObject.Name.Name[1..];
            var columns = schemaObject is Table table ? table.Columns : [];
            app.Describe(schemaObject, type, string.Join(';', columns.Select(c => $"{c.Name}={char.ToUpperInvariant(c.Name[0])}{c.Name[1..]}")));
        }

        return Assembly(app.Manifest());
    }

    public BuiltProject Assembly(TestAssembly app)
    {
        assembly = app.Write(folder.Path);
        return this;
    }

    public BuiltProject Reference(TestAssembly module)
    {
        references.Add(module.Write(folder.Path));
        return this;
    }

    /// <summary>Runs the task; what it said is in <see cref="Engine"/>.</summary>
    public bool Build(string onBuild = "", bool continuousIntegration = false)
    {
        Engine = new FakeBuildEngine();
        using var task = new UpdateDraft
        {
            BuildEngine = Engine,
            ProjectFile = folder["App.csproj"],
            ConfigurationFile = folder["hotline-migrate.json"],
            ModelFile = folder[".hotline/model.json"],
            Assembly = assembly!,
            References = [.. references.Select(r => new TaskItem(r))],
            Sources = [.. Directory.EnumerateFiles(folder.Path, "*.cs").Select(s => new TaskItem(s))],
            OnBuild = onBuild,
            ContinuousIntegrationBuild = continuousIntegration ? "true" : "",
            ModelsSwitchedOn = "true",
        };
        return task.Execute();
    }
}
