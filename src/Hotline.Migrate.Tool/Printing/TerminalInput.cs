using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Hotline.Migrate.Tool.Printing;

/// <summary>Reads a line from the terminal as the terminal gives it out.</summary>
/// <remarks>.NET's own reader edits the line itself and takes no notice of the key that ends the input (Ctrl-D).</remarks>
internal static class TerminalInput
{
    /// <summary>The next line; <c>null</c> when the input ends.</summary>
    public static string? ReadLine()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.In.ReadLine();
        }

        using var handle = new SafeFileHandle(0, ownsHandle: false);
        using var input = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        var line = new List<byte>();
        while (input.ReadByte() is var next)
        {
            switch (next)
            {
                case < 0 when line.Count == 0:
                    return null;
                case < 0 or '\n':
                    return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
                default:
                    line.Add((byte)next);
                    break;
            }
        }

        return null;
    }
}
