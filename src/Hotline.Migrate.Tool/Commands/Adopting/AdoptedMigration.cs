namespace Hotline.Migrate.Tool.Commands.Adopting;

/// <summary>A migration that stands for what a database holds.</summary>
/// <param name="Revision">The revision's id.</param>
/// <param name="Message">What it says.</param>
/// <param name="Path">Its file.</param>
/// <param name="Source">The file of the other tool that it was made of, if it was.</param>
/// <param name="Applied">Whether the database is recorded to have it.</param>
internal sealed record AdoptedMigration(string Revision, string Message, string Path, string? Source, bool Applied);
