using Hotline.Migrate.Tool.Commands.Looking;

namespace Hotline.Migrate.Tool.Printing.Json;

/// <summary>The <c>data</c> of <c>pending</c>.</summary>
internal sealed record PendingData(string Database, int Count, IReadOnlyList<PendingMigration> Migrations);
