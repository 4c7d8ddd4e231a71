using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Hotline.Migrate.CodeFixes;

/// <summary>Writes <c>[RenamedFrom]</c> in front of a declaration; what is there keeps its form.</summary>
internal static class RenamedFromText
{
    private const string Namespace = "Hotline.Migrate";
    private const string Attribute = "RenamedFromAttribute";

    /// <summary>The attribute without its brackets.</summary>
    public static string Of(string old, string? schema) =>
        $"RenamedFrom({SymbolDisplay.FormatLiteral(old, quote: true)}{(schema is null ? "" : $", Schema = {SymbolDisplay.FormatLiteral(schema, quote: true)}")})";

    /// <summary>The document with the attribute on what is declared at <paramref name="span"/>, and a <c>using</c> where it needs one.</summary>
    public static async Task<Document> AddAsync(Document document, TextSpan span, string attribute, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root
            || model is null
            || Declaration(root.FindNode(span)) is not { } declaration)
        {
            return document;
        }

        if (AttributeLists(declaration).SelectMany(l => l.Attributes).FirstOrDefault(IsOurs) is { } wrong)
        {
            return document.WithText(text.WithChanges(new TextChange(wrong.Span, attribute)));
        }

        var at = Behind(AttributeLists(declaration), declaration);
        var line = text.Lines.GetLineFromPosition(at);
        var indentation = text.ToString(TextSpan.FromBounds(line.Start, at));
        var end = LineEnd(text);
        var list = declaration is ParameterSyntax ? $"[property: {attribute}]" : $"[{attribute}]";
        var changes = new List<TextChange> { new(new TextSpan(at, 0), list + (string.IsNullOrWhiteSpace(indentation) ? end + indentation : " ")) };
        if (!IsKnown(model, at))
        {
            changes.Insert(0, Using(root, end));
        }

        return document.WithText(text.WithChanges(changes));
    }

    private static SyntaxNode? Declaration(SyntaxNode node) => node.AncestorsAndSelf().FirstOrDefault(n =>
        n is BasePropertyDeclarationSyntax or ParameterSyntax or BaseTypeDeclarationSyntax or EnumMemberDeclarationSyntax);

    // One whose old name is not in the snapshot.
    private static bool IsOurs(AttributeSyntax attribute) => attribute.Name.ToString().Split('.').Last() is "RenamedFrom" or Attribute;

    private static SyntaxList<AttributeListSyntax> AttributeLists(SyntaxNode declaration) => declaration switch
    {
        ParameterSyntax parameter => parameter.AttributeLists,
        MemberDeclarationSyntax member => member.AttributeLists,
        _ => default,
    };

    private static int Behind(SyntaxList<AttributeListSyntax> lists, SyntaxNode declaration) =>
        (lists.Count == 0 ? declaration.GetFirstToken() : lists.Last().GetLastToken().GetNextToken()).SpanStart;

    private static bool IsKnown(SemanticModel model, int position) =>
        model.LookupNamespacesAndTypes(position, container: null, Attribute).Any(s => s.ContainingNamespace?.ToDisplayString() == Namespace);

    private static TextChange Using(CompilationUnitSyntax root, string end)
    {
        const string Text = $"using {Namespace};";
        var own = root.Usings.Where(u => u.GlobalKeyword.IsKind(SyntaxKind.None) && u.Alias is null && u.StaticKeyword.IsKind(SyntaxKind.None)).ToList();
        if (own.FirstOrDefault(u => Follows(u.Name?.ToString() ?? "")) is { } next)
        {
            return new TextChange(new TextSpan(next.SpanStart, 0), Text + end);
        }

        if (own.Count > 0)
        {
            return new TextChange(new TextSpan(own[own.Count - 1].Span.End, 0), end + Text);
        }

        // A comment at the top stays there, unless it may be about what comes first.
        var first = root.GetFirstToken();
        var top = root.Usings.Count > 0 ? root.Usings.Last().FullSpan.End : first.IsKind(SyntaxKind.NamespaceKeyword) ? first.SpanStart : 0;
        return new TextChange(new TextSpan(top, 0), Text + end + (root.Usings.Count > 0 ? "" : end));
    }

    private static bool Follows(string name) =>
        name != "System" && !name.StartsWith("System.", StringComparison.Ordinal) && string.CompareOrdinal(name, Namespace) > 0;

    private static string LineEnd(SourceText text)
    {
        var first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }
}
