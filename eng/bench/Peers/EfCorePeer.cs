using System.ComponentModel;
using System.Reflection;
using System.Reflection.Emit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hotline.Migrate.Bench.Peers;

/// <summary>Gives EF Core a migration class for each file; usually they are compiled.</summary>
public static class EfCorePeer
{
    public static void Run(string connectionString, string folder)
    {
        using var context = new Context(new DbContextOptionsBuilder<Context>()
            .UseNpgsql(connectionString, o => o.MigrationsAssembly(Classes(folder)))
            .Options);
        context.Database.Migrate();
    }

    private static AssemblyBuilder Classes(string folder)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Migrations"), AssemblyBuilderAccess.Run);
        var module = assembly.DefineDynamicModule("Migrations");
        var migration = typeof(MigrationAttribute).GetConstructor([typeof(string)])!;
        var context = typeof(DbContextAttribute).GetConstructor([typeof(Type)])!;
        var description = typeof(DescriptionAttribute).GetConstructor([typeof(string)])!;
        foreach (var path in Directory.EnumerateFiles(folder, "*.sql").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var type = module.DefineType(name, TypeAttributes.Public, typeof(FileMigration));
            type.SetCustomAttribute(new CustomAttributeBuilder(migration, [name]));
            type.SetCustomAttribute(new CustomAttributeBuilder(description, [path]));
            type.SetCustomAttribute(new CustomAttributeBuilder(context, [typeof(Context)]));
            type.CreateType();
        }

        return assembly;
    }

    public sealed class Context(DbContextOptions<Context> options) : DbContext(options);

    public class FileMigration : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql(File.ReadAllText(GetType().GetCustomAttribute<DescriptionAttribute>()!.Description));
    }
}
