using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Operations;

/// <summary><c>CREATE EXTENSION IF NOT EXISTS</c>: a template database may hold it already.</summary>
public sealed record CreateExtension(Extension Extension) : Operation;
