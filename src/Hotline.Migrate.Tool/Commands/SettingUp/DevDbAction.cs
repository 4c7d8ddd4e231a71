namespace Hotline.Migrate.Tool.Commands.SettingUp;

/// <summary>What to do with the development database server.</summary>
internal enum DevDbAction
{
    /// <summary>Make it if there is none, and start it.</summary>
    Start,

    /// <summary>Stop it; its data stays.</summary>
    Stop,

    /// <summary>Print its URL.</summary>
    Url,

    /// <summary>Start over with an empty one.</summary>
    Reset,
}
