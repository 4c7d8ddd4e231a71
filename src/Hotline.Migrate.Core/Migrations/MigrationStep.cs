using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Migrations;

/// <summary>A part of a section that is committed at once, or that runs without a transaction.</summary>
/// <param name="Name">The name after <c>-- hm:step</c>, or <c>null</c> for the text before the first one.</param>
/// <param name="NoTransaction">Whether each statement commits for itself (<c>-- hm:no-transaction</c>).</param>
/// <param name="Commands">What it runs, in order.</param>
public sealed record MigrationStep(string? Name, bool NoTransaction, EquatableArray<MigrationCommand> Commands);
