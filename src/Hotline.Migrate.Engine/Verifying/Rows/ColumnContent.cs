namespace Hotline.Migrate.Verifying.Rows;

/// <summary>What a column holds.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Digest">A digest of its values, whatever their order.</param>
internal sealed record ColumnContent(string Type, string Digest);
