using Hotline.Migrate.Generator.Reading;
using Hotline.Migrate.Generator.Reading.Types;
using Hotline.Migrate.Schema;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Renames;

/// <summary>The names of all tables and enums that a project and what it references declare, so that the others are known to be gone.</summary>
internal sealed class DeclaredObjects
{
    private const string Annotations = "Hotline.Migrate.Annotations";
    private const string Descriptor = "SchemaDescriptorAttribute";

    private readonly HashSet<string> tables = new(StringComparer.Ordinal);
    private readonly HashSet<string> enums = new(StringComparer.Ordinal);

    private DeclaredObjects()
    {
    }

    /// <summary>Reads the models of a compilation, and the descriptors in the assemblies that it references.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="isModel">Whether a class is a model.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static DeclaredObjects Of(Compilation compilation, Func<ISymbol, bool> isModel, CancellationToken cancellationToken)
    {
        var declared = new DeclaredObjects();
        foreach (var type in Types(compilation.Assembly.GlobalNamespace))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (type.TypeKind == TypeKind.Enum)
            {
                declared.Add(EnumMapper.Map(type, []).EnumType);
            }
            else if (type.TypeKind == TypeKind.Class && isModel(type))
            {
                declared.AddModel(ModelReader.Read(type, cancellationToken));
            }
        }

        foreach (var attribute in compilation.SourceModule.ReferencedAssemblySymbols.Where(MayHaveModels).SelectMany(a => a.GetAttributes()))
        {
            if (attribute.AttributeClass?.Name == Descriptor && attribute.ConstructorArguments is [{ Value: string kind }, { Value: string name }, ..])
            {
                _ = kind switch
                {
                    SchemaKinds.Table => declared.tables.Add(name),
                    SchemaKinds.Enum => declared.enums.Add(name),
                    _ => false,
                };
            }
        }

        return declared;
    }

    /// <summary>Whether nobody declares that table, and nobody says that it was renamed.</summary>
    public bool IsGone(Table table) => !tables.Contains(table.Name.ToString());

    /// <summary>Whether nobody declares that enum, and nobody says that it was renamed.</summary>
    public bool IsGone(EnumType type) => !enums.Contains(type.Name.ToString());

    private void AddModel(ModelReading reading)
    {
        foreach (var table in reading.Objects.OfType<Table>().Concat(reading.Table is { } own ? [own] : []))
        {
            Add(tables, table.Name, table.RenamedFrom);
        }

        foreach (var type in reading.Objects.OfType<EnumType>())
        {
            Add(type);
        }
    }

    private void Add(EnumType? type)
    {
        if (type is not null)
        {
            Add(enums, type.Name, type.RenamedFrom);
        }
    }

    private static void Add(HashSet<string> names, QualifiedName name, QualifiedName? before)
    {
        names.Add(name.ToString());
        if (before is not null)
        {
            names.Add(before.ToString());
        }
    }

    // Attributes of the framework's assemblies are not worth reading.
    private static bool MayHaveModels(IAssemblySymbol assembly) =>
        assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == Annotations));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var inner in Types(member))
            {
                yield return inner;
            }
        }
    }
}
