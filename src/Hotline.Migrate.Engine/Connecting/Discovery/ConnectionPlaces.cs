using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Connecting.Discovery;

/// <summary>The places of a connection, in their order. Each is looked at on its own, so that one that is broken hides no other.</summary>
internal sealed class ConnectionPlaces
{
    public const string PgVariables = "PGHOST, PGDATABASE or PGSERVICE";

    private const string ToolVariable = "HOTLINE_MIGRATE_URL";
    private const string ApplicationVariable = "DATABASE_URL";
    private const string Development = "Development";

    // The others, such as PGUSER, only add to a server that something names.
    private static readonly string[] serverVariables = ["PGHOST", "PGHOSTADDR", "PGDATABASE", "PGSERVICE"];

    private readonly ConnectionRequest request;
    private readonly ConnectionSurroundings surroundings;
    private readonly Lazy<IReadOnlyList<(string Path, DotEnvFile File)>> dotEnvFiles;

    private ConnectionPlaces(ConnectionRequest request)
    {
        this.request = request;
        surroundings = request.Surroundings;
        dotEnvFiles = new(() => DotEnvPaths().Where(File.Exists).Select(p => (p, DotEnvFile.Parse(ReadText(p)))).ToList());
    }

    private string EnvironmentName =>
        request.Environment ?? surroundings.Variable("DOTNET_ENVIRONMENT") ?? surroundings.Variable("ASPNETCORE_ENVIRONMENT") ?? Development;

    private bool IsDevelopment => request.IsDevelopment ?? EnvironmentName.Equals(Development, StringComparison.OrdinalIgnoreCase);

    /// <summary>One function per place, to be called in order.</summary>
    public static IReadOnlyList<Func<IEnumerable<FoundText>>> Of(ConnectionRequest request)
    {
        var places = new ConnectionPlaces(request);
        Func<IEnumerable<FoundText>>[] variables = [() => places.Variable(ApplicationVariable), places.DotEnv];
        return
        [
            () => [new FoundText(new("--url"), request.Url)],
            () => places.Variable(ToolVariable),
            .. request.EnvironmentWasChosen ? [places.Configuration, .. variables] : variables.Append(places.Configuration),
            places.UserSecrets,
            places.ConnectionStringVariables,
            places.SettingsOfEnvironment,
            () => places.Settings("appsettings.json"),
            places.PgVariablesOfEnvironment,
        ];
    }

    private IEnumerable<FoundText> Variable(string name) => [new(new(name), surroundings.Variable(name))];

    private IEnumerable<FoundText> DotEnv()
    {
        var files = dotEnvFiles.Value;
        if (files.Count == 0)
        {
            return [new(new(ApplicationVariable, ".env"), null, $"no such file in {request.Directory} and above")];
        }

        return from file in files
               from name in new[] { ToolVariable, ApplicationVariable }
               let found = Assigned(file.File, new ConnectionOrigin(name, file.Path))
               where found.Text is not null || name == ApplicationVariable
               select found;
    }

    private FoundText Assigned(DotEnvFile file, ConnectionOrigin origin)
    {
        var text = file.Value(origin.Name, surroundings.Variables, out var missing);
        return missing is null ? new FoundText(origin, text) : throw MissingVariable(origin, missing);
    }

    private IEnumerable<FoundText> Configuration()
    {
        if (request.Configured is not { } configured)
        {
            return [new(new("the configuration's environment"), null)];
        }

        var origin = new ConnectionOrigin($"environment {configured.Environment}", configured.File);
        string? missing = null;
        var text = VariableReference.Replace(configured.Text, VariableOrDotEnv, ref missing);
        return missing is null ? [new(origin, text)] : throw MissingVariable(origin, missing);
    }

    private IEnumerable<FoundText> UserSecrets()
    {
        var origin = new ConnectionOrigin("user secrets");
        if (!IsDevelopment)
        {
            return [new(origin, null, $"they count in {Development} only; this is {EnvironmentName}")];
        }

        return UserSecretsId() is { } id
            ? ConnectionString(new(origin.Name, SecretsPath(id)))
            : [new(origin, null, "no project with a UserSecretsId")];
    }

    private IEnumerable<FoundText> ConnectionStringVariables()
    {
        const string Prefix = "ConnectionStrings__";
        var strings = surroundings.Variables
            .Where(v => v.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && v.Value.Length > 0)
            .DistinctBy(v => v.Key[Prefix.Length..], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(v => v.Key[Prefix.Length..], v => v.Value, StringComparer.OrdinalIgnoreCase);
        return SettingsFile.Choose(strings, request.ConnectionName) is var (name, text)
            ? [new(new(Prefix + name), text)]
            : [new(new(Prefix + "*"), null)];
    }

    // ASP.NET calls it Development; the configuration may call it anything.
    private IEnumerable<FoundText> SettingsOfEnvironment() =>
        new[] { EnvironmentName, IsDevelopment ? Development : EnvironmentName }
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .SelectMany(name => Settings($"appsettings.{name}.json"));

    private IEnumerable<FoundText> Settings(string file) =>
        ConnectionString(new("ConnectionStrings", Path.Combine(request.Directory, file)));

    private IEnumerable<FoundText> PgVariablesOfEnvironment()
    {
        var any = serverVariables.Any(v => surroundings.Variable(v) is not null);
        return [new(new(PgVariables), any ? "" : null)];
    }

    private IEnumerable<FoundText> ConnectionString(ConnectionOrigin place)
    {
        if (!File.Exists(place.File))
        {
            return [new(place, null, "no such file")];
        }

        try
        {
            var strings = SettingsFile.ConnectionStrings(ReadText(place.File));
            return SettingsFile.Choose(strings, request.ConnectionName) is var (name, text)
                ? [new(place with { Name = $"ConnectionStrings:{name}" }, text)]
                : [new(place, null, strings.Count == 0 ? "no connection string" : $"none of its connection strings is meant: {string.Join(", ", strings.Keys)}")];
        }
        catch (JsonException exception)
        {
            throw Unreadable(place.File, exception.Message, (int)(exception.LineNumber ?? -1) + 1);
        }
    }

    private string? VariableOrDotEnv(string name) =>
        surroundings.Variable(name)
        ?? dotEnvFiles.Value.Select(f => f.File.Value(name, surroundings.Variables, out _)).FirstOrDefault(v => v is not null);

    private IEnumerable<string> DotEnvPaths()
    {
        for (var folder = new DirectoryInfo(request.Directory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, ".env");
        }
    }

    private string? UserSecretsId()
    {
        if (!Directory.Exists(request.Directory))
        {
            return null;
        }

        foreach (var project in Directory.EnumerateFiles(request.Directory, "*.csproj").Order(StringComparer.Ordinal))
        {
            try
            {
                var id = XDocument.Load(project).Descendants().FirstOrDefault(e => e.Name.LocalName == "UserSecretsId")?.Value.Trim();
                if (!string.IsNullOrEmpty(id) && id.IndexOfAny([.. Path.GetInvalidFileNameChars(), '/', '\\', '$']) < 0)
                {
                    return id;
                }
            }
            catch (XmlException)
            {
                // A broken project is the build's to report.
            }
        }

        return null;
    }

    private string SecretsPath(string id) => OperatingSystem.IsWindows() && surroundings.Variable("APPDATA") is { } data
        ? Path.Combine(data, "Microsoft", "UserSecrets", id, "secrets.json")
        : Path.Combine(surroundings.HomeDirectory, ".microsoft", "usersecrets", id, "secrets.json");

    // A byte order mark decides, because PowerShell writes UTF-16 by default; without one the file must be UTF-8.
    private static string ReadText(string path)
    {
        try
        {
            using var reader = new StreamReader(
                path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw Unreadable(path, exception is DecoderFallbackException ? "It is not UTF-8." : exception.Message, 0);
        }
    }

    private static DiagnosticException Unreadable(string path, string why, int line) => new(
        FailureKind.Usage,
        new Diagnostic
        {
            Code = DiagnosticCodes.ConnectionFileUnreadable,
            Summary = $"The file cannot be read: {path}",
            Why = why,
            Where = new SourceLocation(path, line),
            NextActions = ["Mend or remove the file, or give the connection by --url or HOTLINE_MIGRATE_URL."],
        });

    private static DiagnosticException MissingVariable(ConnectionOrigin origin, string name) => new(
        FailureKind.Usage,
        new Diagnostic
        {
            Code = DiagnosticCodes.ConnectionVariableMissing,
            Summary = $"The connection of {origin} refers to the variable {name}, which is not set.",
            Where = origin.File is null ? null : new SourceLocation(origin.File),
            NextActions = [$"Set {name} in the environment or in .env."],
        });
}
