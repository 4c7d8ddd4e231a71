using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Migrations;

/// <summary>What <c>-- hm:batch</c> says about the statement behind it.</summary>
internal sealed record BatchOptions(int Size, EquatableArray<string> Key, TimeSpan Sleep, TimeSpan? MaxLag, Directive Directive);
