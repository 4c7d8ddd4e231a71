namespace Hotline.Migrate.Operations;

/// <summary>How rows that are there already get a value of an added column, or of one that becomes NOT NULL.</summary>
/// <param name="Way">How the value comes into the row.</param>
/// <param name="Expression">The value as SQL; unused for <see cref="ColumnFillWay.Numbered"/>.</param>
/// <param name="ChecksDeferred">
/// Whether a deferred constraint looks at the column: PostgreSQL alters no table with checks that are still to come (55006).
/// </param>
public sealed record ColumnFill(ColumnFillWay Way, string Expression, bool ChecksDeferred = false);
