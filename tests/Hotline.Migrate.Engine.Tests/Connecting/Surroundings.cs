using Hotline.Migrate.Connecting;

namespace Hotline.Migrate.Engine.Tests.Connecting;

/// <summary>Surroundings that hold only what a test puts in.</summary>
internal static class Surroundings
{
    public static ConnectionSurroundings With(params (string Name, string Value)[] variables) => In("/nowhere", variables);

    public static ConnectionSurroundings In(string home, params (string Name, string Value)[] variables) => new()
    {
        Variables = variables.ToDictionary(v => v.Name, v => v.Value),
        HomeDirectory = home,
        UserName = "me",
    };
}
