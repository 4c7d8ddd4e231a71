using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Migrations;

/// <summary>A <c>-- hm:ignore</c> line: safety rules that the author answers for in the command behind it.</summary>
/// <param name="Codes">The rules' codes.</param>
/// <param name="Reason">Why, in the author's words.</param>
/// <param name="Until">The last day on which it counts.</param>
/// <param name="Where">The line.</param>
public sealed record IgnoredRule(EquatableArray<string> Codes, string? Reason, DateOnly? Until, SourceLocation Where);
