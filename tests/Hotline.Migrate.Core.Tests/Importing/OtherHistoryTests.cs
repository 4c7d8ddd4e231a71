using Hotline.Migrate.Importing;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Core.Tests.Importing;

public sealed class OtherHistoryTests
{
    [Theory]
    [InlineData("1 2 1.10 1.9", "2")]
    [InlineData("1.9 1.10", "1.10")]
    [InlineData("20240101_Init 20240102_Posts", "20240102_Posts")]
    [InlineData("", "")]
    public void A_database_is_at_its_highest_version_also_when_another_one_came_late(string versions, string position)
    {
        var history = new OtherHistory(
            OtherTool.Flyway,
            QualifiedName.Of("flyway_schema_history"),
            [.. versions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => new OtherEntry(OtherEntryState.Applied, v, null, null, null))]);

        Assert.Equal(position, string.Join(' ', history.Position));
    }
}
