using Hotline.Migrate.Running;

namespace Hotline.Migrate.Tool.Commands.Running;

/// <summary>The command line of <c>repair</c>.</summary>
/// <param name="Revision">The revision to settle.</param>
/// <param name="Action">What was decided.</param>
internal sealed record RepairOptions(string Revision, RepairAction Action);
