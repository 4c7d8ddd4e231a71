using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Generator.Reading.Tables;

/// <summary>Reads row-level security and its policies.</summary>
internal static class PolicyReader
{
    private static readonly string[] Commands = ["ALL", "SELECT", "INSERT", "UPDATE", "DELETE"];

    /// <summary>Whether row-level security is on: said, or by a policy.</summary>
    public static RowSecurity RowSecurity(ModelContext context) => context.Attributes.Find(AttributeNames.RowSecurity) switch
    {
        { } attribute when attribute.Flag("Disabled") => Schema.RowSecurity.Disabled,
        { } attribute => attribute.Flag("Forced") ? Schema.RowSecurity.Forced : Schema.RowSecurity.Enabled,
        null => context.Attributes.Has(AttributeNames.Policy) ? Schema.RowSecurity.Enabled : Schema.RowSecurity.Disabled,
    };

    /// <summary>The policies.</summary>
    public static IEnumerable<Policy> Read(ModelContext context)
    {
        foreach (var attribute in context.Attributes.All(AttributeNames.Policy))
        {
            var name = attribute.Text(0) ?? "";
            context.CheckName(name, "policy", attribute.Owner, attribute, "0");
            var (command, use, check) = (Commands[Math.Min(Math.Max(attribute.Number("Command"), 0), Commands.Length - 1)], attribute.Text("Using"), attribute.Text("WithCheck"));
            if ((command == "INSERT" && use is not null) || (command is "SELECT" or "DELETE" && check is not null))
            {
                context.Report(
                    DiagnosticCodes.InvalidArgument,
                    attribute,
                    command == "INSERT" ? "A policy for INSERT has no Using, only WithCheck." : $"A policy for {command} has no WithCheck, only Using.",
                    command == "INSERT" ? "Using" : "WithCheck");
            }

            yield return new Policy
            {
                Name = name,
                Command = command,
                Restrictive = attribute.Flag("Restrictive"),
                Roles = attribute.List("Roles").OrderBy(r => r, StringComparer.Ordinal).ToEquatableArray(),
                Using = use is null ? null : SqlText.Unwrap(use),
                WithCheck = check is null ? null : SqlText.Unwrap(check),
                Comment = attribute.Text("Comment"),
            };
        }
    }
}
