using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing;

/// <summary>Something is gone and something of the same shape is new: a rename, or a drop and an add?</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The table or enum; for a column or label the one it belongs to, as the model names it.</param>
/// <param name="Old">The name that is gone, as an answer has to give it: <c>users</c>, <c>users.mail</c>, <c>mood.sad</c>.</param>
/// <param name="Candidates">The new names it may have become, in the same form, the likeliest first.</param>
public sealed record RenameQuestion(RenameKind Kind, QualifiedName Name, string Old, EquatableArray<string> Candidates);
