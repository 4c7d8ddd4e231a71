namespace Hotline.Migrate;

/// <summary>What an application does about its database when it starts.</summary>
public enum StartupAction
{
    /// <summary>It applies what the database lacks; several instances may start at once.</summary>
    Upgrade,

    /// <summary>It refuses to start when the database lacks something: migrations are a step of the deployment.</summary>
    EnsureCompatible,
}
