namespace Hotline.Migrate.Diagnostics;

/// <summary>The codes of the product's own diagnostics. The docs hold a row for each.</summary>
/// <remarks>
/// HM00xx models, HM01xx build and diff, HM02xx migration files and graph, HM03xx configuration and connection,
/// HM04xx runner, HM05xx verify and drift, HM06xx tenants. HM1xxx and up are safety rules.
/// </remarks>
public static partial class DiagnosticCodes
{
}
