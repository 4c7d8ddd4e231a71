using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Tests.Driving;

/// <summary>Walks everything that a value holds, in search of what would keep a compilation alive.</summary>
internal static class HeldObjects
{
    /// <summary>The type of the first object below <paramref name="root"/> that belongs to the compiler, or <c>null</c>.</summary>
    public static string? FindCompilerObject(object? root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object?>([root]);
        while (open.TryPop(out var item))
        {
            if (item is ISymbol or SyntaxNode or SyntaxTree or Location or Compilation or SemanticModel or AttributeData or SyntaxReference)
            {
                return item.GetType().Name;
            }

            if (item is null or string || item.GetType().IsPrimitive || item.GetType().IsEnum || (!item.GetType().IsValueType && !seen.Add(item)))
            {
                continue;
            }

            if (item is Array array)
            {
                foreach (var element in array)
                {
                    open.Push(element);
                }

                continue;
            }

            for (var type = item.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            {
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    open.Push(field.GetValue(item));
                }
            }
        }

        return null;
    }
}
