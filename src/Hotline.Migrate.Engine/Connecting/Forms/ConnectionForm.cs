namespace Hotline.Migrate.Connecting.Forms;

/// <summary>The forms that a connection text can have.</summary>
internal enum ConnectionForm
{
    /// <summary><c>postgresql://user:password@host:port/database?key=value</c>.</summary>
    Url,

    /// <summary><c>host=h dbname=d user=u</c>, as libpq reads it.</summary>
    Keywords,

    /// <summary><c>Host=h;Database=d;Username=u</c>, as Npgsql reads it.</summary>
    Npgsql,
}
