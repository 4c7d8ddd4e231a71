namespace Hotline.Migrate.Testing;

/// <summary>A server that was found or started; disposing gives it back.</summary>
internal interface IServerSource : IAsyncDisposable
{
    string ConnectionString { get; }
}
