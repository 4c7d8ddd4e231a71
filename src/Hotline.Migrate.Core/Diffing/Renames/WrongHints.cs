namespace Hotline.Migrate.Diffing.Renames;

/// <summary>What the model says about renames and cannot mean.</summary>
/// <param name="Doubled">A second thing with the same old name, and the one that has it already.</param>
/// <param name="Circles">Things of which each was the next one.</param>
/// <param name="Unknown">New things whose old name nothing had.</param>
/// <param name="StillThere">Renamed things whose old name the model has, too.</param>
internal sealed record WrongHints<T>(
    IReadOnlyList<(T Old, T New, T Other)> Doubled,
    IReadOnlyList<(T Old, T New)> Circles,
    IReadOnlyList<(T Old, T New)> Unknown,
    IReadOnlyList<(T Old, T New)> StillThere);
