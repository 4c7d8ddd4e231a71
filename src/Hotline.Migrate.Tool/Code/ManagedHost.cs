using System.Runtime.InteropServices;
using System.Text;
using Hotline.Migrate.Diagnostics;

namespace Hotline.Migrate.Tool.Code;

/// <summary>The same tool for the .NET runtime, which is packed beside the native program for what only a runtime can do.</summary>
internal static partial class ManagedHost
{
    private const string Assembly = "managed/dotnet-hotline-migrate.dll";

    /// <summary>Becomes that tool: same process, same arguments, same terminal, so that signals and the exit code are its own.</summary>
    /// <returns>Only why it could not.</returns>
    public static unsafe DiagnosticException Become(IReadOnlyList<string> arguments)
    {
        var path = Path.Combine(AppContext.BaseDirectory, Assembly);
        string?[] words = ["dotnet", "exec", path, .. arguments, null];
        var texts = Array.ConvertAll(words, word => word is null ? null : Encoding.UTF8.GetBytes(word + '\0'));
        var pins = Array.ConvertAll(texts, text => GCHandle.Alloc(text, GCHandleType.Pinned));
        var pointers = Array.ConvertAll(pins, pin => pin.Target is null ? 0 : pin.AddrOfPinnedObject());
        fixed (nint* argv = pointers)
        {
            _ = Execute(words[0]!, argv);
        }

        var why = Marshal.GetLastPInvokeErrorMessage();
        Array.ForEach(pins, pin => pin.Free());
        return new DiagnosticException(FailureKind.Usage, new Diagnostic
        {
            Code = DiagnosticCodes.ProgramFailed,
            Summary = "A migration runs C#, and the .NET runtime that it needs cannot be started.",
            Why = $"dotnet: {why}",
            NextActions = ["Install the .NET runtime and put dotnet on the PATH: https://dotnet.microsoft.com/download"],
        });
    }

    [LibraryImport("libc", EntryPoint = "execvp", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static unsafe partial int Execute(string file, nint* arguments);
}
