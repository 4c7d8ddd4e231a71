namespace Hotline.Migrate.Build;

/// <summary>What a build hands to the step; every path is absolute.</summary>
/// <param name="ModelFile">Where the model is left for the tool.</param>
/// <param name="Assembly">The project's assembly, as the compiler has just written it.</param>
/// <param name="References">The assemblies that it references, without the framework's.</param>
/// <param name="Sources">The C# files to find declarations in; looked at only if there is something to say.</param>
/// <param name="ProjectFolders">Of each of these assemblies the folder of the project that it is built from, as far as that is known.</param>
/// <param name="ModelsSwitchedOn">Whether the project's own classes are models.</param>
internal sealed record DraftBuildInputs(
    string ModelFile,
    string Assembly,
    IReadOnlyList<string> References,
    IEnumerable<string> Sources,
    IReadOnlyDictionary<string, string> ProjectFolders,
    bool ModelsSwitchedOn);
