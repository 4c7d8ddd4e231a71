using Hotline.Migrate.Diagnostics;
using Hotline.Migrate.Diffing;
using Hotline.Migrate.Drafting;
using Hotline.Migrate.Files;
using Hotline.Migrate.Migrations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Core.Tests.Drafting;

public sealed class DraftSealerTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 15, 0, TimeSpan.Zero);

    [Fact]
    public void Sealing_names_and_hashes_the_migration_and_moves_the_snapshot()
    {
        var plan = DraftSealer.Seal(Situation(Schema(), Schema("name")), new SealRequest("Add users"))!;

        Assert.Equal(Path.Combine("migrations", "20261122101500_6c6fcf9133ce_add_users.sql"), plan.Path);
        Assert.Equal(
            ["write 20261122101500_6c6fcf9133ce_add_users.sql", "write snapshot/table/public.users.json"], plan.Changes.Select(Describe));
        var migration = MigrationFile.Parse(plan.Path, plan.Text);
        Assert.False(migration.IsDraft);
        Assert.False(migration.IsEdited);
        Snapshot.Match(plan.Text, "sql");
    }

    [Fact]
    public void A_table_that_goes_takes_its_snapshot_with_it()
    {
        var plan = DraftSealer.Seal(Situation(Schema("name"), Schema()), new SealRequest("drop users"))!;

        Assert.Equal("delete snapshot/table/public.users.json", Describe(plan.Changes[^1]));
    }

    [Fact]
    public void A_draft_keeps_its_revision_and_becomes_the_sealed_file()
    {
        var draft = Draft(Schema(), Schema("name"));

        var plan = DraftSealer.Seal(
            Situation(Schema(), Schema("name"), draft) with { NewRevision = "ffffffffffff" }, new SealRequest("add users"))!;

        Assert.Equal(draft.Revision, plan.Revision);
        Assert.Equal(
            [
                "move 20261122101500_6c6fcf9133ce_draft.sql 20261122101500_6c6fcf9133ce_add_users.sql",
                "write 20261122101500_6c6fcf9133ce_add_users.sql",
                "write snapshot/table/public.users.json",
            ],
            plan.Changes.Select(Describe));
    }

    [Fact]
    public void An_edited_draft_is_sealed_with_its_own_text_while_the_snapshot_moves_to_the_model()
    {
        var plan = DraftPlanner.Plan(Situation(Schema(), Schema("name")));
        var edited = plan.Text!.Replace("-- hm:downgrade", "INSERT INTO users VALUES (1);\n\n-- hm:downgrade", StringComparison.Ordinal);
        var draft = MigrationFile.Parse(plan.Path!, edited);

        var seal = DraftSealer.Seal(
            Situation(Schema(), Schema("name", "mail"), draft), new SealRequest("add users") { DraftText = edited, Labels = ["users"] })!;

        Assert.True(seal.IsEdited);
        Assert.Contains("INSERT INTO users VALUES (1);", seal.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("mail", seal.Text, StringComparison.Ordinal);
        Assert.Contains("mail", Assert.IsType<WriteFile>(seal.Changes[^1]).Content, StringComparison.Ordinal);
        var migration = MigrationFile.Parse(seal.Path, seal.Text);
        Assert.Equal("add users", migration.Message);
        Assert.Equal(["users"], migration.Labels);
        Assert.False(migration.IsEdited);
        Assert.Equal(DiagnosticCodes.DraftOutdated, Assert.Single(seal.Diagnostics).Code);
    }

    [Fact]
    public void There_is_nothing_to_seal_when_model_and_migrations_agree() =>
        Assert.Null(DraftSealer.Seal(Situation(Schema("name"), Schema("name")), new SealRequest("nothing")));

    [Fact]
    public void An_open_rename_question_is_not_sealed_until_it_is_answered()
    {
        var situation = Situation(Schema("mail"), Schema("email"));

        var refused = Assert.Throws<DiagnosticException>(() => DraftSealer.Seal(situation, new SealRequest("rename")));
        var plan = DraftSealer.Seal(
            situation with { Answers = DiffAnswers.Parse(["users.mail=users.email"], []) }, new SealRequest("rename"))!;

        Assert.Equal(DiagnosticCodes.PossibleRename, Assert.Single(refused.Diagnostics).Code);
        Assert.Contains("RENAME COLUMN mail TO email", plan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_migration_builds_on_the_head()
    {
        var first = DraftSealer.Seal(Situation(Schema(), Schema("name")), new SealRequest("first"))!;
        var situation = Situation(Schema("name"), Schema("name", "mail"), MigrationFile.Parse(first.Path, first.Text));

        var second = DraftSealer.Seal(situation with { NewRevision = "2b1f00c4a9d1" }, new SealRequest("second"))!;

        Assert.Equal([first.Revision], MigrationFile.Parse(second.Path, second.Text).Parents);
    }

    [Fact]
    public void Two_heads_need_a_choice()
    {
        var (a, b) = (Sealed("aaaaaaaaaaaa"), Sealed("bbbbbbbbbbbb"));
        var situation = Situation(Schema(), Schema("name"), a, b);

        var refused = Assert.Throws<DiagnosticException>(() => DraftSealer.Seal(situation, new SealRequest("users")));
        var plan = DraftSealer.Seal(situation, new SealRequest("users") { Parents = ["bbbbbbbbbbbb"] })!;

        Assert.Equal(FailureKind.AmbiguousGraph, refused.Kind);
        Assert.Equal(DiagnosticCodes.SeveralHeads, Assert.Single(refused.Diagnostics).Code);
        Assert.Equal(["bbbbbbbbbbbb"], MigrationFile.Parse(plan.Path, plan.Text).Parents);
    }

    [Fact]
    public void Two_drafts_are_refused_by_name()
    {
        var draft = Draft(Schema(), Schema("name"));
        var situation = Situation(Schema(), Schema("name"), draft, draft with { Path = "other.sql" });

        var refused = Assert.Throws<DiagnosticException>(() => DraftPlanner.Plan(situation));

        Assert.Equal("There are 2 drafts: 20261122101500_6c6fcf9133ce_draft.sql, other.sql.", Assert.Single(refused.Diagnostics).Summary);
    }

    private static DatabaseSchema Schema(params IReadOnlyList<string> columns) => columns.Count == 0
        ? DatabaseSchema.Empty
        : DatabaseSchema.Of(
        [
            new Table
            {
                Name = QualifiedName.Of("users"),
                Columns = columns.Select(c => new Column { Name = c, Type = "text", Nullable = true }).ToEquatableArray(),
            },
        ]);

    private static DraftSituation Situation(DatabaseSchema snapshot, DatabaseSchema model, params IReadOnlyList<Migration> migrations) => new()
    {
        Folder = "migrations",
        Migrations = migrations,
        Snapshot = snapshot,
        Model = model,
        NewRevision = "6c6fcf9133ce",
        Now = Now,
    };

    private static Migration Draft(DatabaseSchema snapshot, DatabaseSchema model)
    {
        var plan = DraftPlanner.Plan(Situation(snapshot, model));
        return MigrationFile.Parse(plan.Path!, plan.Text!);
    }

    private static Migration Sealed(string revision) => MigrationFile.Parse(
        revision + ".sql",
        MigrationFile.Seal(MigrationFile.Write(new MigrationHeader { Revision = revision, Message = revision, Created = Now }, "", "")));

    private static string Describe(FileChange change) => change switch
    {
        WriteFile write => "write " + write.Path,
        MoveFile move => $"move {move.From} {move.To}",
        DeleteFile delete => "delete " + delete.Path,
        _ => change.ToString(),
    };
}
