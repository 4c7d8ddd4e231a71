using Hotline.Migrate.Schema;

namespace Hotline.Migrate.SchemaFiles.Statements;

/// <summary>A <c>CREATE INDEX</c>.</summary>
/// <param name="Relation">The table or materialized view.</param>
/// <param name="Index">The index.</param>
internal sealed record CreatedIndex(QualifiedName Relation, TableIndex Index) : SchemaStatement;
