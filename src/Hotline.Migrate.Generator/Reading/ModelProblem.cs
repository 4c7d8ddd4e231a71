using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Reading;

/// <summary>Something that keeps a model from being a table, or a doubt. The analyzers report it, the generator only counts the model as skipped.</summary>
/// <remarks>It holds symbols, so it never leaves a transform of the generator.</remarks>
internal sealed record ModelProblem
{
    /// <summary>The HM code, one of <see cref="Diagnostics.DiagnosticCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>What it is about: the model, or a member of it or of a base class.</summary>
    public required ISymbol Symbol { get; init; }

    /// <summary>The attribute at fault, if it is one.</summary>
    public AttributeData? Attribute { get; init; }

    /// <summary>The attribute's argument at fault: its name, or its position as text (<c>0</c>, <c>1</c>, ... with the items of a list counted one by one).</summary>
    public string? Argument { get; init; }

    /// <summary>What is wrong and what to do, in one or two sentences: the whole message of the diagnostic.</summary>
    public required string Message { get; init; }

    /// <summary>Whether the model is a table nevertheless: PostgreSQL takes it, and it is hardly what is meant.</summary>
    public bool IsDoubt { get; init; }
}
