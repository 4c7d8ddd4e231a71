using System.Text;
using Hotline.Migrate.Tool.Printing.Plain;
using Hotline.Migrate.Tool.Printing.Rich;
using Hotline.Migrate.Tool.Shell;

namespace Hotline.Migrate.Tool.Printing;

/// <summary>The process's streams: stdout for the answer, stderr for all else.</summary>
internal sealed class Terminal : IDisposable
{
    private readonly StreamWriter plainOutput;
    private readonly TextWriter output;
    private readonly LiveLine error;

    public Terminal(CommonOptions options, SecretText secrets)
    {
        Func<string, string?> variable = Environment.GetEnvironmentVariable;
        plainOutput = Open(Console.OpenStandardOutput());
        output = new ScrubbingWriter(plainOutput, secrets);
        var error = StreamTraits.Of(Console.IsErrorRedirected, options.Color, options.Ascii, variable);
        this.error = new LiveLine(
            new ScrubbingWriter(Open(Console.OpenStandardError()), secrets),
            error.Width,
            isShown: !Console.IsErrorRedirected && variable("TERM") != "dumb" && string.IsNullOrEmpty(variable("CI")));
        Out = Create(output, StreamTraits.Of(Console.IsOutputRedirected, options.Color, options.Ascii, variable), options);
        Error = Create(this.error, error, options);
        CanAsk = !options.Json && !Console.IsInputRedirected && !Console.IsErrorRedirected && string.IsNullOrEmpty(variable("CI"));
    }

    /// <summary>The answer.</summary>
    public Screen Out { get; }

    /// <summary>Progress, warnings, errors and questions.</summary>
    public Screen Error { get; }

    /// <summary>The line that tells how far long work is.</summary>
    public LiveLine Live => error;

    /// <summary>Whether somebody is there to answer a question.</summary>
    public bool CanAsk { get; }

    /// <summary>Writes a document to stdout as it is: its strings are scrubbed already.</summary>
    public void Document(string text)
    {
        output.Flush();
        plainOutput.Write(text + "\n");
        plainOutput.Flush();
    }

    /// <summary>Asks for a line; <c>null</c> when the input ends.</summary>
    public async Task<string?> AskAsync(string question, CancellationToken cancellationToken)
    {
        Error.Ask(question);
        await error.FlushAsync(cancellationToken).ConfigureAwait(false);

        // Reading a terminal cannot be cancelled, waiting for it can.
        return await Task.Run(TerminalInput.ReadLine, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives out what is still held back.</summary>
    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
    }

    private static StreamWriter Open(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n", AutoFlush = false };

    private static Screen Create(TextWriter writer, StreamTraits traits, CommonOptions options)
    {
        var glyphs = traits.IsUnicode ? Glyphs.Unicode : Glyphs.Ascii;
        return traits.IsRich
            ? new RichScreen(writer, traits.Width) { Glyphs = glyphs, IsQuiet = options.Quiet, IsVerbose = options.Verbose }
            : new PlainScreen(writer) { Glyphs = glyphs, IsQuiet = options.Quiet, IsVerbose = options.Verbose };
    }
}
