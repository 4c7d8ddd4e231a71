using Hotline.Migrate.Tool.Shell;

// Files are read on all cores while the database is connected to: its answers must not wait for a thread behind them.
ThreadPool.GetMinThreads(out var workers, out var completions);
ThreadPool.SetMinThreads(workers + 2, completions);

return (int)await ToolApplication.RunAsync(args).ConfigureAwait(false);
