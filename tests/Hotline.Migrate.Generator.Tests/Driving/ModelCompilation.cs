extern alias annotations;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hotline.Migrate.Generator.Tests.Driving;

/// <summary>Compilations of model sources, as a project that references our package would have them.</summary>
internal static class ModelCompilation
{
    private const string Usings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.ComponentModel.DataAnnotations;
        global using System.ComponentModel.DataAnnotations.Schema;
        global using Hotline.Migrate;
        """;

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "Npgsql.dll"))
            .Select(p => MetadataReference.CreateFromFile(p)),
        MetadataReference.CreateFromFile(typeof(annotations::Hotline.Migrate.IndexAttribute).Assembly.Location),
    ];

    /// <summary>A compilation of <paramref name="sources"/>, each a file of its own, with our usual usings.</summary>
    public static CSharpCompilation Of(params IReadOnlyList<string> sources) => Create("Models", sources, []);

    /// <summary>The same with further references, and with a name of its own.</summary>
    public static CSharpCompilation Create(
        string assembly,
        IReadOnlyList<string> sources,
        IReadOnlyList<MetadataReference> references,
        LanguageVersion language = LanguageVersion.Latest,
        NullableContextOptions nullable = NullableContextOptions.Enable,
        bool withUsings = true)
    {
        var options = new CSharpParseOptions(language);
        IEnumerable<string> files = withUsings && language >= LanguageVersion.CSharp10 ? [Usings, .. sources] : sources;
        return CSharpCompilation.Create(
            assembly,
            files.Select((text, i) => CSharpSyntaxTree.ParseText(text, options, path: $"File{i}.cs")),
            [.. References, .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable, deterministic: true));
    }

    /// <summary>The assembly of a compilation that has no errors, as another one references it.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="onlyReference">Whether private members are left out, as in the reference assembly that a build passes on.</param>
    public static MetadataReference ToReference(this CSharpCompilation compilation, bool onlyReference = true)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream, options: new(metadataOnly: onlyReference, includePrivateMembers: !onlyReference));
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
