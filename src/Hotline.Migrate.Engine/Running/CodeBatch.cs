using Hotline.Migrate.Migrations;
using Npgsql;

namespace Hotline.Migrate.Running;

/// <summary>One batch of a C# data migration.</summary>
/// <param name="Code">The data migration.</param>
/// <param name="Work">Does the batch; called anew for every attempt.</param>
internal sealed record CodeBatch(CodeCommand Code, Func<NpgsqlConnection, NpgsqlTransaction, CancellationToken, Task> Work)
    : MigrationCommand(Code.Where);
