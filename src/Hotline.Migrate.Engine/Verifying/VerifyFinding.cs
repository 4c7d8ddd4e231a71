using Hotline.Migrate.Comparing;
using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Verifying;

/// <summary>Something that does not hold.</summary>
/// <param name="Diagnostic">What, where and what to do.</param>
/// <param name="Revision">The migration that it is about; <c>null</c> when it is about all of them.</param>
/// <param name="Differences">How the schema that was found differs from the expected one; none when SQL failed.</param>
public sealed record VerifyFinding(Diagnostic Diagnostic, string? Revision, EquatableArray<SchemaDifference> Differences);
