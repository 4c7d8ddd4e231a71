using Hotline.Migrate.Tool.Commands.Looking;
using Hotline.Migrate.Tool.Revisions;

namespace Hotline.Migrate.Tool.Printing.Json;

/// <summary>The <c>data</c> of <c>pending</c>.</summary>
internal sealed record PendingData(
    string Database, int Count, IReadOnlyList<PendingMigration> Migrations, IReadOnlyList<HalfDone> HalfDone, IReadOnlyList<string> Missing);
