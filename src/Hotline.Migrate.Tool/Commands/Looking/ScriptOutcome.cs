namespace Hotline.Migrate.Tool.Commands.Looking;

/// <summary>A script.</summary>
/// <param name="Range">The range that was asked for.</param>
/// <param name="Revisions">The revisions in it, in the order in which they run.</param>
/// <param name="IsIdempotent">Whether it leaves out what is applied already.</param>
/// <param name="Sql">The script.</param>
internal sealed record ScriptOutcome(string Range, IReadOnlyList<string> Revisions, bool IsIdempotent, string Sql);
