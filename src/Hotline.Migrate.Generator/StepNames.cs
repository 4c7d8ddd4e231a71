namespace Hotline.Migrate.Generator;

/// <summary>The names under which the steps of the generator are tracked, so that tests see which of them ran again.</summary>
internal static class StepNames
{
    /// <summary>What the project switches on.</summary>
    public const string Options = nameof(Options);

    /// <summary>Every model, read.</summary>
    public const string Models = nameof(Models);

    /// <summary>The models of a project that is switched on.</summary>
    public const string EnabledModels = nameof(EnabledModels);

    /// <summary>The objects that assembly attributes say.</summary>
    public const string AssemblyObjects = nameof(AssemblyObjects);

    /// <summary>Objects that several models may need, each once.</summary>
    public const string SharedObjects = nameof(SharedObjects);

    /// <summary>The files that are written.</summary>
    public const string Files = nameof(Files);

    /// <summary>The files of the schema folder.</summary>
    public const string SqlFiles = nameof(SqlFiles);

    /// <summary>The manifest.</summary>
    public const string Manifest = nameof(Manifest);
}
