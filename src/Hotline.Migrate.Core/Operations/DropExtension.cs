using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>DROP EXTENSION</c>. It fails while something uses the extension.</summary>
public sealed record DropExtension(Extension Extension) : Operation;
