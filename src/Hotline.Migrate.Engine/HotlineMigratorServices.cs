using Hotline.Migrate.Applications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hotline.Migrate;

/// <summary>Adds migrations to an application's services.</summary>
public static class HotlineMigratorServices
{
    /// <summary>Migrates or checks the database before any other service of the application starts.</summary>
    /// <remarks>When that fails the application does not start. In the Development environment drafts are applied, too.</remarks>
    public static IServiceCollection AddHotlineMigrator(this IServiceCollection services, Action<HotlineMigratorOptions>? configure = null)
    {
        var options = new HotlineMigratorOptions();
        configure?.Invoke(options);
        return services.AddSingleton<IHostedService>(provider => new MigrationAtStart(
            options,
            provider,
            provider.GetService<IHostEnvironment>(),
            provider.GetService<ILoggerFactory>()?.CreateLogger("Hotline.Migrate")));
    }
}
