using System.Globalization;
using System.Text;

namespace Hotline.Migrate.Bench.Inputs;

/// <summary>Model classes with nothing but standard attributes, so that every tool reads the same ones.</summary>
internal static class ModelClasses
{
    /// <summary>Writes the classes, a file each, and with a context those that EF Core wants.</summary>
    public static void Write(string folder, int count, bool withContext)
    {
        Directory.CreateDirectory(Path.Combine(folder, "Models"));
        for (var i = 0; i < count; i++)
        {
            File.WriteAllText(Path.Combine(folder, "Models", Invariant($"Entity{i}.cs")), Class(i));
        }

        File.WriteAllText(Path.Combine(folder, "Program.cs"), "return 0;\n");
        if (withContext)
        {
            File.WriteAllText(Path.Combine(folder, "ModelContext.cs"), Context(count));
        }
    }

    private static string Class(int i) => Invariant($$"""
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;

        namespace Models;

        [Table("entity_{{i}}")]
        public class Entity{{i}}
        {
            [Key] public long Id { get; set; }
            [MaxLength(200)] public required string Name { get; set; }
            public string? Description { get; set; }
            public decimal Amount { get; set; }
            public bool IsActive { get; set; }
            public DateTime CreatedAt { get; set; }
            public Guid Token { get; set; }
            {{(i == 0 ? "" : Invariant($"[ForeignKey(nameof(Parent))] public long? ParentId {{ get; set; }}\n    public Entity{i - 1}? Parent {{ get; set; }}"))}}
        }

        """);

    private static string Context(int count)
    {
        var text = new StringBuilder("""
            using Microsoft.EntityFrameworkCore;

            namespace Models;

            public class ModelContext : DbContext
            {
                protected override void OnConfiguring(DbContextOptionsBuilder builder) => builder.UseNpgsql("Host=localhost");

            """);
        for (var i = 0; i < count; i++)
        {
            text.AppendLine(Invariant($"    public DbSet<Entity{i}> Entities{i} => Set<Entity{i}>();"));
        }

        return text.Append("}\n").ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
