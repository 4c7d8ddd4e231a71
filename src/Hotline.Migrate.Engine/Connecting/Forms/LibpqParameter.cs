using Npgsql;

namespace Hotline.Migrate.Connecting.Forms;

/// <summary>What a parameter of libpq means for Npgsql.</summary>
/// <param name="Expected">The values that it takes, for a message.</param>
/// <param name="TryApply">Sets it; false when the value is not one of them.</param>
internal sealed record LibpqParameter(string Expected, Func<NpgsqlConnectionStringBuilder, string, bool> TryApply);
