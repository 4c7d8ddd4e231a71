namespace Hotline.Migrate.Configuration;

/// <summary>The JSON schema of <c>hotline-migrate.json</c>, for editors.</summary>
public static class ConfigurationSchema
{
    private const string Resource = "hotline-migrate.schema.json";

    /// <summary>The schema's text.</summary>
    public static string Read()
    {
        using var stream = typeof(ConfigurationSchema).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
