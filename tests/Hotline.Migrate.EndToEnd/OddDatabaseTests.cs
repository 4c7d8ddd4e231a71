using Hotline.Migrate.EndToEnd.Infrastructure;

namespace Hotline.Migrate.EndToEnd;

/// <summary>A database whose names no model would choose, taken over by a project of its own.</summary>
public sealed class OddDatabaseTests(Packages packages, PostgresServer server) : IDisposable
{
    private const string Schema = """"
        CREATE SCHEMA "Other.Schema";
        CREATE SCHEMA "class";
        CREATE TYPE "integer" AS ENUM ('a', 'A', 'b c', '1', '', 'it''s', 'class', E'x\ny', '😀');
        CREATE TYPE "class"."event" AS ENUM ('new', 'New');
        CREATE TYPE "namespace" AS ENUM ('int', 'void');
        CREATE TYPE "odd ""pair""" AS (a int, "b.c" text);
        CREATE DOMAIN "select" AS text CHECK (VALUE <> '''');
        CREATE TABLE "a""b'c.d\e
        f😀" (
            "class" int PRIMARY KEY, "1st" text, "Equals" int, "GetType" int, "ToString" int, "a-b" int, "a_b" int, "a b" int, "A_B" int,
            "q""uote" text DEFAULT '"\''', "back\slash" text DEFAULT E'\\', "new
        line" text, "😀" int, "$" int, "_" int, "__" int, "é" text, "kind" "integer" DEFAULT 'b c', "ev" "class"."event", "sel" "select",
            "pair" "odd ""pair""", "kinds" "integer"[], "str" "namespace" NOT NULL DEFAULT 'void', "{0}" int, "%s" int, "select" int, "*/" int
        );
        CREATE TABLE "class" ("class" int PRIMARY KEY, "Class" int, "namespace" text);
        CREATE TABLE "Class" (id int PRIMARY KEY, "class" int REFERENCES "class");
        CREATE TABLE "Other.Schema"."class" (id int REFERENCES "class" ON DELETE CASCADE, "object" text, "string" text, "int" int, "System" int);
        CREATE TABLE "user" (id serial PRIMARY KEY, "order" int);
        CREATE TABLE users ("User" int, "user" int, "users" int);
        CREATE TABLE "string" (id int PRIMARY KEY, "String" text);
        CREATE TABLE "System" (id int PRIMARY KEY, "DateTime" timestamptz NOT NULL DEFAULT now(), "Guid" uuid);
        CREATE TABLE "1st.table" (x123456789012345678901234567890123456789012345678901234567890ab int);
        CREATE INDEX "ix ""odd"".1" ON "a""b'c.d\e
        f😀" ("a-b" DESC, lower("q""uote")) WHERE "back\slash" <> E'\\';
        ALTER TABLE "Class" ADD CONSTRAINT "ck \ 'odd'" CHECK ("class" <> 5);
        CREATE VIEW "my.""view""" AS SELECT "class", "1st" AS "a""b" FROM "a""b'c.d\e
        f😀";
        CREATE FUNCTION "do.it""now"("a""b" int) RETURNS int LANGUAGE sql AS $$ SELECT 1 -- 'x" $$;
        CREATE FUNCTION "Do.It""now"("a""b" int) RETURNS int LANGUAGE sql AS $$ SELECT 2 $$;
        COMMENT ON TABLE "class" IS E'</summary> "\\ */ \n#endif';
        COMMENT ON COLUMN "class"."class" IS E'a\\b "c" {d} \' e';
        """";

    private readonly TestSolution solution = new(packages);

    public void Dispose() => solution.Dispose();

    [Fact]
    public async Task Scaffolded_project_builds_without_a_draft_and_finds_no_difference()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var database = await server.CreateDatabaseAsync(cancellationToken);
        await database.ExecuteAsync(Schema, cancellationToken);
        solution.WriteProject("App", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        solution.Write("App/hotline-migrate.json", "{}");

        (await solution.ToolAsync("App", database.Url, "scaffold")).Succeeded();
        (await solution.BuildAsync("App")).Succeeded();
        (await solution.ToolAsync("App", database.Url, "baseline", "what was there")).Succeeded();
        (await solution.BuildAsync("App", "--no-restore")).Succeeded();

        Assert.Equal(["what_was_there"], solution.Migrations("App").Keys);
        (await solution.ToolAsync("App", database.Url, "check", "--database")).Succeeded();
        (await solution.ToolAsync("App", database.Url, "drift")).Succeeded();
        (await solution.ToolAsync("App", database.Url, "verify")).Succeeded();
    }
}
