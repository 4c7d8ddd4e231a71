using System.Text;
using System.Text.Json;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Configuration;

/// <summary>Reads the configuration and gathers everything that is wrong with it.</summary>
internal sealed class ConfigurationReader
{
    private const int MaxIdentifierBytes = 63;
    private readonly List<Diagnostic> problems = [];
    private readonly List<ConfigurationOrigin> origins = [];

    private ConfigurationReader()
    {
    }

    public static ProjectConfiguration Read(string path, string text)
    {
        var reader = new ConfigurationReader();
        var configuration = reader.Root(path, JsonText.Read(path, text));
        return reader.problems.Count == 0
            ? configuration with { Origins = [.. reader.origins] }
            : throw new DiagnosticException(FailureKind.Usage, reader.problems);
    }

    private ProjectConfiguration Root(string path, JsonValue root)
    {
        var keys = Members("", root, ConfigurationKeys.Root);
        var defaults = new ProjectConfiguration();
        var environments = keys.TryGetValue("environments", out var value) ? Environments(value) : [];
        var defaultEnvironment = Text(keys, "", "defaultEnvironment");
        if (defaultEnvironment is not null && environments.All(e => e.Name != defaultEnvironment))
        {
            problems.Add(ConfigurationProblems.UnknownEnvironment(
                defaultEnvironment, [.. environments.Select(e => e.Name)], keys["defaultEnvironment"].Where));
        }

        return new ProjectConfiguration
        {
            Path = path,
            Migrations = Folder(keys) ?? defaults.Migrations,
            SchemaFolder = SchemaFolder(keys) ?? defaults.SchemaFolder,
            FileNameTemplate = Text(keys, "", "fileNameTemplate", MigrationFileName.Problem, $"Write it like {MigrationFileName.DefaultTemplate}")
                ?? defaults.FileNameTemplate,
            NewFileTemplate = Template(keys) ?? defaults.NewFileTemplate,
            History = keys.TryGetValue("history", out var history) ? History(history) : defaults.History,
            Schema = Identifier(keys, "", "schema") ?? defaults.Schema,
            Environments = environments,
            DefaultEnvironment = defaultEnvironment,
            Filters = keys.TryGetValue("filters", out var filters) ? Filters(filters) : defaults.Filters,
            OnBuild = Word<BuildMode>(keys, "onBuild"),
            Online = Word<OnlineForms>(keys, "online") ?? defaults.Online,
        };
    }

    private HistoryConfiguration History(JsonValue value)
    {
        var keys = Members("history", value, ConfigurationKeys.History);
        var defaults = new HistoryConfiguration();
        return new()
        {
            Schema = Identifier(keys, "history.", "schema") ?? defaults.Schema,
            Table = Identifier(keys, "history.", "table") ?? defaults.Table,
        };
    }

    private EquatableArray<EnvironmentConfiguration> Environments(JsonValue value) =>
        [.. Members("environments", value, known: null).Select(e => Environment(e.Key, e.Value))];

    private EnvironmentConfiguration Environment(string name, JsonValue value)
    {
        var prefix = $"environments.{name}";
        var keys = Members(prefix, value, ConfigurationKeys.Environment);
        prefix += ".";
        if (keys.TryGetValue("connectionStringName", out var second) && keys.ContainsKey("url"))
        {
            problems.Add(ConfigurationProblems.Invalid(
                prefix + "connectionStringName", second.Where, "the environment has a 'url' already", "Keep one of the two."));
        }

        return new()
        {
            Name = name,
            Url = Text(keys, prefix, "url"),
            ConnectionStringName = Text(keys, prefix, "connectionStringName"),
            Development = Flag(keys, prefix, "development") ?? false,
            LockTimeout = Duration(keys, prefix, "lockTimeout"),
            StatementTimeout = Duration(keys, prefix, "statementTimeout"),
            Where = value.Where,
        };
    }

    private ObjectFilters Filters(JsonValue value)
    {
        var keys = Members("filters", value, ConfigurationKeys.Filters);
        return new()
        {
            Manage = keys.TryGetValue("manage", out var manage) ? Patterns("filters.manage", manage) : new(),
            Ignore = keys.TryGetValue("ignore", out var ignore) ? Patterns("filters.ignore", ignore) : new(),
        };
    }

    private ObjectPatterns Patterns(string path, JsonValue value)
    {
        var keys = Members(path, value, ConfigurationKeys.Patterns);
        EquatableArray<string> Named(string key) => Texts(keys, path + ".", key) ?? [];
        return new() { Schemas = Named("schemas"), Tables = Named("tables"), Objects = Named("objects"), Roles = Named("roles") };
    }

    private T? Word<T>(Dictionary<string, JsonValue> keys, string key)
        where T : struct, Enum
    {
        string[] names = Enum.GetNames<T>();
        var name = Text(
            keys,
            "",
            key,
            text => names.Contains(text, StringComparer.OrdinalIgnoreCase) ? null : "there is no such mode",
            $"Use one of: {string.Join(", ", names)}.");
        return name is null ? null : Enum.Parse<T>(name, ignoreCase: true);
    }

    private string? Folder(Dictionary<string, JsonValue> keys) => Text(
        keys, "", "migrations", text => text.Contains('\0', StringComparison.Ordinal) ? "it is no path" : null, "Write a path relative to this file.");

    // MSBuild reads it out of the text, before any task can run.
    private string? SchemaFolder(Dictionary<string, JsonValue> keys) => Text(
        keys,
        "",
        "schemaFolder",
        text => text.Length == 0 || text.Any("\0\\\";*?$@%".Contains) ? "it is no path" : null,
        "Write a path relative to the project, with / between folders.");

    private MigrationTemplate? Template(Dictionary<string, JsonValue> keys)
    {
        if (!keys.TryGetValue("newFileTemplate", out var value))
        {
            return null;
        }

        var text = value.Kind == JsonValueKind.Array
            ? Texts(keys, "", "newFileTemplate") is { } lines ? string.Join('\n', lines) : null
            : Text(keys, "", "newFileTemplate");
        if (text is not null && MigrationTemplate.Problem(text) is { } problem)
        {
            problems.Add(ConfigurationProblems.Invalid(
                "newFileTemplate", value.Where, problem, "Write a text or a list of lines that holds {header}, {upgrade} and {downgrade}."));
            return null;
        }

        return text is null ? null : new(text);
    }

    private string? Identifier(Dictionary<string, JsonValue> keys, string prefix, string key) => Text(
        keys,
        prefix,
        key,
        text => Encoding.UTF8.GetByteCount(text) > MaxIdentifierBytes ? "PostgreSQL cuts names at 63 bytes" : null,
        "Use a shorter name.");

    private string? Text(
        Dictionary<string, JsonValue> keys, string prefix, string key, Func<string, string?>? check = null, string advice = "")
    {
        if (!keys.TryGetValue(key, out var value))
        {
            return null;
        }

        if (value.Kind != JsonValueKind.String)
        {
            return WrongType(prefix + key, value, "a text");
        }

        var problem = value.Text.Length == 0 ? "it is empty" : check?.Invoke(value.Text);
        if (problem is null)
        {
            return value.Text;
        }

        problems.Add(ConfigurationProblems.Invalid(
            prefix + key, value.Where, problem, value.Text.Length == 0 || advice.Length == 0 ? "Give it a value, or leave the key out." : advice));
        return null;
    }

    private EquatableArray<string>? Texts(Dictionary<string, JsonValue> keys, string prefix, string key)
    {
        if (!keys.TryGetValue(key, out var value))
        {
            return null;
        }

        var wrong = value.Kind == JsonValueKind.Array ? value.Items.FirstOrDefault(i => i.Kind != JsonValueKind.String) : value;
        if (wrong is not null)
        {
            WrongType(prefix + key, wrong, "a list of texts");
            return null;
        }

        return [.. value.Items.Select(i => i.Text)];
    }

    private bool? Flag(Dictionary<string, JsonValue> keys, string prefix, string key)
    {
        if (!keys.TryGetValue(key, out var value))
        {
            return null;
        }

        if (value.Kind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.Kind == JsonValueKind.True;
        }

        WrongType(prefix + key, value, "true or false");
        return null;
    }

    private TimeSpan? Duration(Dictionary<string, JsonValue> keys, string prefix, string key)
    {
        const string Advice = "Write a time such as 500ms, 5s, 2min or 1h, or 0 for none.";
        var text = Text(keys, prefix, key, text => Durations.Parse(text) is null ? "it is no time" : null, Advice);
        return text is null ? null : Durations.Parse(text);
    }

    /// <summary>The members of an object by name; <paramref name="known"/> is <c>null</c> where the names are free.</summary>
    private Dictionary<string, JsonValue> Members(string path, JsonValue value, IReadOnlyList<string>? known)
    {
        var members = new Dictionary<string, JsonValue>(StringComparer.Ordinal);
        if (value.Kind != JsonValueKind.Object)
        {
            WrongType(path.Length == 0 ? ProjectConfiguration.FileName : path, value, "an object");
            return members;
        }

        foreach (var member in value.Members)
        {
            if (known is not null && !known.Contains(member.Name))
            {
                problems.Add(ConfigurationProblems.UnknownKey(member.Name, member.Where, known));
            }
            else if (!members.TryAdd(member.Name, member.Value))
            {
                problems.Add(ConfigurationProblems.KeyTwice(member.Name, member.Where));
            }
            else if (member.Value.Kind != JsonValueKind.Object)
            {
                origins.Add(new(path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value.Where));
            }
        }

        return members;
    }

    private string? WrongType(string key, JsonValue value, string wanted)
    {
        problems.Add(ConfigurationProblems.Invalid(key, value.Where, $"it is {value.Name}", $"Give it {wanted}."));
        return null;
    }
}
