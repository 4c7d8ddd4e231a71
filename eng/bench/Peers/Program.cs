using Hotline.Migrate.Bench.Peers;

// Each peer as its documentation shows it, a transaction per migration, printing nothing.
if (args is not [var peer, var connectionString, var folder])
{
    Console.Error.WriteLine("dbup | evolve | fluentmigrator | efcore, CONNECTION FOLDER");
    return 2;
}

switch (peer)
{
    case "dbup":
        DbUpPeer.Run(connectionString, folder);
        break;
    case "evolve":
        EvolvePeer.Run(connectionString, folder);
        break;
    case "fluentmigrator":
        FluentMigratorPeer.Run(connectionString, folder);
        break;
    case "efcore":
        EfCorePeer.Run(connectionString, folder);
        break;
    default:
        return 2;
}

return 0;
