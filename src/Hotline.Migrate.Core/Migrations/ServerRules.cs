using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Parsing;

namespace Hotline.Migrate.Migrations;

/// <summary>Finds the statements of a migration that a server is too old for.</summary>
public static class ServerRules
{
    /// <summary>What <paramref name="server"/> does not know, in the order of the file: HM0426. Empty where it knows all that can be told from the text.</summary>
    public static IReadOnlyList<Diagnostic> Check(MigrationSection section, Version server) => server.Major >= ServerFeatures.NewestMajor
        ? []
        : [.. section.Steps.SelectMany(s => s.Commands).OfType<SqlCommand>().Select(command => Check(command, server)).OfType<Diagnostic>()];

    private static Diagnostic? Check(SqlCommand command, Version server) => ServerFeatures.NewerThan(command.Sql, server.Major) is { } feature
        ? new Diagnostic
        {
            Code = DiagnosticCodes.ServerLacksFeature,
            Summary = FormattableString.Invariant($"PostgreSQL {server.Major} has no {feature.Name}: {MigrationRules.Shown(command.Sql)}"),
            Why = FormattableString.Invariant($"They came with PostgreSQL {feature.Major}; the server is PostgreSQL {server}. Nothing was run."),
            Where = SourceMap.At(command, feature.Position),
            NextActions =
            [
                FormattableString.Invariant($"Upgrade the server to PostgreSQL {feature.Major} or newer."),
                "Or say it in another way, in the model and in this migration.",
            ],
        }
        : null;
}
