namespace Hotline.Migrate.LocalServers;

/// <summary>The ways in which root starts a program as another user; the plainest first.</summary>
internal enum ServiceAccountSwitch
{
    SetPriv,
    RunUser,
    Su,
}
