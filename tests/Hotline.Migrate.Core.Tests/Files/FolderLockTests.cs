using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Files;

namespace Hotline.Migrate.Core.Tests.Files;

public sealed class FolderLockTests : IDisposable
{
    private readonly TestDirectory folder = new("lock");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_second_waits_until_the_first_is_done()
    {
        var first = FolderLock.Acquire(folder.Path, TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        var second = Task.Run(() => FolderLock.Acquire(folder.Path, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

        await Task.WhenAny(second, Task.Delay(200, TestContext.Current.CancellationToken));
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public void Who_waits_too_long_is_told_so()
    {
        using var first = FolderLock.Acquire(folder.Path, TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        var refused = Assert.Throws<DiagnosticException>(
            () => FolderLock.Acquire(folder.Path, TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken));

        Assert.Equal(FailureKind.Lock, refused.Kind);
        Assert.Equal(DiagnosticCodes.FolderLocked, Assert.Single(refused.Diagnostics).Code);
    }

    [Fact]
    public void A_wait_can_be_cancelled()
    {
        using var first = FolderLock.Acquire(folder.Path, TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        Assert.ThrowsAny<OperationCanceledException>(() => FolderLock.Acquire(folder.Path, TimeSpan.FromMinutes(1), cancellation.Token));
    }

    [Fact]
    public void What_is_for_this_machine_alone_is_hidden_from_version_control()
    {
        FolderLock.Acquire(folder.Path, TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken).Dispose();

        Assert.Equal("*\n", File.ReadAllText(folder[".hotline/.gitignore"]));
    }
}
