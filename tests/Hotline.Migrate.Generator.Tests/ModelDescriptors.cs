using Hotline.Migrate.Generator.Tests.Driving;

namespace Hotline.Migrate.Generator.Tests;

public sealed class ModelDescriptors
{
    [Fact]
    public void A_plain_class_is_a_table()
    {
        var run = GeneratorRun.Of(
            """
            namespace Shop;

            [Table("users")]
            public class User
            {
                public Guid Id { get; set; }
                [MaxLength(200)] public required string Email { get; set; }
                public string? FullName { get; init; }
                public DateTime CreatedAt { get; set; }
            }
            """);

        Snapshot.Match(string.Join("\n", run.Files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"==> {f.Key}\n{f.Value}")));
    }
}
