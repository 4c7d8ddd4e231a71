using Hotline.Migrate;

var builder = WebApplication.CreateBuilder(args);

// In development the application migrates its own database. Elsewhere the deployment does (`dotnet hotline-migrate upgrade`),
// and an instance whose database is behind must not serve.
builder.Services.AddHotlineMigrator(options =>
{
    options.ConnectionString = builder.Configuration.GetConnectionString("Hotline");
    options.AtStart = builder.Environment.IsDevelopment() ? StartupAction.Upgrade : StartupAction.EnsureCompatible;
});

var app = builder.Build();
app.MapGet("/health", () => Results.Ok());
await app.RunAsync();
