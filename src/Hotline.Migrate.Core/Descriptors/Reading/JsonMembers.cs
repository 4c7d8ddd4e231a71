using System.Text.Json;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Descriptors.Reading;

/// <summary>The members of an object of the document. Each is asked for once; <see cref="End"/> fails when some were not.</summary>
internal sealed class JsonMembers
{
    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    private readonly string path;

    private JsonMembers(string path) => this.path = path;

    /// <summary>The members of <paramref name="element"/>.</summary>
    /// <param name="element">The object.</param>
    /// <param name="path">Where it is, for messages.</param>
    public static JsonMembers Of(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new DescriptorFormatException($"{Place(path)} is no object.");
        }

        var result = new JsonMembers(path);
        foreach (var member in element.EnumerateObject())
        {
            if (!result.members.TryAdd(member.Name, member.Value))
            {
                throw new DescriptorFormatException($"'{result.At(member.Name)}' is there twice.");
            }
        }

        return result;
    }

    /// <summary>Fails when a member was not asked for.</summary>
    public void End()
    {
        if (members.Count > 0)
        {
            throw new DescriptorFormatException($"'{At(members.Keys.First())}' is unknown; a newer version may have written it.");
        }
    }

    /// <summary>A text that must be there.</summary>
    public string Required(string name) => Text(name) ?? throw new DescriptorFormatException($"'{At(name)}' is missing.");

    /// <summary>A text, or <c>null</c>.</summary>
    public string? Text(string name) => Take(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw new DescriptorFormatException($"'{At(name)}' is no text."),
    };

    /// <summary>A whole number, or <c>null</c>.</summary>
    public long? Number(string name) => Take(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var value) => value,
        _ => throw new DescriptorFormatException($"'{At(name)}' is no whole number."),
    };

    /// <summary>Whether a member is <c>true</c>.</summary>
    public bool Flag(string name) => Take(name) switch
    {
        null or { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.True } => true,
        _ => throw new DescriptorFormatException($"'{At(name)}' is neither true nor false."),
    };

    /// <summary>One of the words that <paramref name="choices"/> lists, or <paramref name="standard"/> where the member is missing.</summary>
    public T Choice<T>(string name, T standard, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        if (Text(name) is not { } text)
        {
            return standard;
        }

        foreach (var (word, value) in choices)
        {
            if (word == text)
            {
                return value;
            }
        }

        throw new DescriptorFormatException($"'{At(name)}' is '{text}', which has no meaning there.");
    }

    /// <summary>A list of texts, empty where it is missing.</summary>
    public EquatableArray<string> Texts(string name) => Items(name)
        .Select((item, i) => item.ValueKind == JsonValueKind.String
            ? item.GetString()!
            : throw new DescriptorFormatException($"'{At(name)}[{i}]' is no text."))
        .ToEquatableArray();

    /// <summary>A list of objects, empty where it is missing.</summary>
    public EquatableArray<T> List<T>(string name, Func<JsonMembers, T> read)
        where T : IEquatable<T> => Items(name).Select((item, i) => Read(item, $"{At(name)}[{i}]", read)).ToEquatableArray();

    /// <summary>An object, or <c>null</c>.</summary>
    public T? Object<T>(string name, Func<JsonMembers, T> read)
        where T : class => Take(name) is { } element ? Read(element, At(name), read) : null;

    private static T Read<T>(JsonElement element, string path, Func<JsonMembers, T> read)
    {
        var inner = Of(element, path);
        var result = read(inner);
        inner.End();
        return result;
    }

    private JsonElement.ArrayEnumerator Items(string name) => Take(name) switch
    {
        null => default,
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        _ => throw new DescriptorFormatException($"'{At(name)}' is no list."),
    };

    private JsonElement? Take(string name) => members.Remove(name, out var element) ? element : null;

    private string At(string name) => path.Length == 0 ? name : path + "." + name;

    private static string Place(string path) => path.Length == 0 ? "the document" : $"'{path}'";
}
