namespace Hotline.Migrate.Tool.Tests.Infrastructure;

/// <summary>A role that may log in and nothing more, as which the tool runs.</summary>
internal sealed class RestrictedRole : IAsyncDisposable
{
    private readonly Workspace work;

    private RestrictedRole(Workspace work) => this.work = work;

    public string Name { get; } = $"hm_plain_{Guid.NewGuid():N}";

    /// <summary>Makes the role, and lets the tool connect as it from now on.</summary>
    public static async Task<RestrictedRole> CreateAsync(Workspace work, params string[] allowed)
    {
        var role = new RestrictedRole(work);
        await role.RunAsync("CREATE ROLE {role} LOGIN PASSWORD 'p'; REVOKE ALL ON SCHEMA public FROM PUBLIC; GRANT USAGE ON SCHEMA public TO {role}");
        foreach (var sql in allowed)
        {
            await role.RunAsync(sql);
        }

        var builder = work.Database.Builder;
        work.Tool.Environment["DATABASE_URL"] =
            FormattableString.Invariant($"postgresql://{role.Name}:p@{builder.Host}:{builder.Port}/{work.Database.Name}");
        return role;
    }

    /// <summary>Runs SQL as the superuser; <c>{role}</c> and <c>{database}</c> are filled in.</summary>
    public Task RunAsync(string sql) => work.Database.ExecuteAsync(
        sql.Replace("{role}", Name, StringComparison.Ordinal).Replace("{database}", work.Database.Name, StringComparison.Ordinal),
        CancellationToken.None);

    public async ValueTask DisposeAsync() => await RunAsync("SET default_transaction_read_only = off; DROP OWNED BY {role}; DROP ROLE {role}");
}
