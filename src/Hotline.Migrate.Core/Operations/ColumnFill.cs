namespace Hotline.Migrate.Operations;

/// <summary>How rows that are there already get a value of an added column, or of one that becomes NOT NULL.</summary>
/// <param name="Way">How the value comes into the row.</param>
/// <param name="Expression">The value as SQL; unused for <see cref="ColumnFillWay.Numbered"/>.</param>
public sealed record ColumnFill(ColumnFillWay Way, string Expression);
