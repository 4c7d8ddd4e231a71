using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Migrations;

/// <summary><c>COPY ... FROM stdin</c> with the data that stands behind it.</summary>
/// <param name="Sql">The statement, without its semicolon.</param>
/// <param name="Data">The data lines as they stand in the file, without the <c>\.</c> line. The server reads every line end.</param>
/// <param name="Where">The statement's first character in the file.</param>
public sealed record CopyCommand(string Sql, string Data, SourceLocation Where) : MigrationCommand(Where);
