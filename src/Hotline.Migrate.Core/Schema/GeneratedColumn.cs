namespace Hotline.Migrate.Schema;

/// <summary><c>GENERATED ALWAYS AS (expression)</c>.</summary>
/// <param name="Expression">The SQL expression, without the outer parentheses.</param>
/// <param name="Virtual">Whether it is computed on reading (PostgreSQL 18) and not stored.</param>
public sealed record GeneratedColumn(string Expression, bool Virtual);
