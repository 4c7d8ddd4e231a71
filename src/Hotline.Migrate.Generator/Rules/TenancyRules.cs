using System.Collections.Immutable;
using Hotline.Migrate.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Hotline.Migrate.Generator.Rules;

/// <summary>What keeps tenants apart, and their queries fast.</summary>
internal static class TenancyRules
{
    /// <summary>HM0031.</summary>
    public static readonly DiagnosticDescriptor Index = Rule.Of(
        DiagnosticCodes.TenantIndex, "A tenant-scoped table has no index that leads with its tenant key", DiagnosticSeverity.Warning);

    /// <summary>HM0032.</summary>
    public static readonly DiagnosticDescriptor Unique = Rule.Of(
        DiagnosticCodes.TenantUnique, "A unique key of a tenant-scoped table lacks the tenant key", DiagnosticSeverity.Warning);

    /// <summary>HM0033.</summary>
    public static readonly DiagnosticDescriptor Reference = Rule.Of(
        DiagnosticCodes.TenantReference, "A reference between tenant-scoped tables lacks the tenant key", DiagnosticSeverity.Warning);

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [Index, Unique, Reference];

    /// <summary>The diagnostic's property that tells a code fix the name of the tenant property.</summary>
    public const string TenantProperty = "tenant";
}
