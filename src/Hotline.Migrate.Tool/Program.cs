using Hotline.Migrate.Tool.Shell;

return (int)await ToolApplication.RunAsync(args).ConfigureAwait(false);
