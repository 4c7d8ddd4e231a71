using Hotline.Migrate.Schema;
using static Hotline.Migrate.Core.Tests.Diffing.Model;

namespace Hotline.Migrate.Core.Tests.Diffing;

/// <summary>A schema with something of everything, and what became of it.</summary>
internal static class Application
{
    private static readonly Column Tenant = Column("tenant_id", "uuid");

    private static readonly Table Users = Table("users", Id, Tenant, Column("email", "character varying(200)"), Column("status", "user_status") with { Default = "'active'" }) with
    {
        Comment = "Who may call",
        Uniques = [new UniqueConstraint { Name = "users_email_key", Columns = ["tenant_id", "email"] }],
        Checks = [new CheckConstraint { Name = "users_email_check", Expression = "email <> ''" }],
        Policies = [new Policy { Name = "same_tenant", Using = "tenant_id = current_setting('app.tenant')::uuid" }],
        RowSecurity = RowSecurity.Forced,
    };

    private static readonly Table Calls = Table("calls", Id, Tenant, Column("user_id", "bigint"), Column("started_at", "timestamp with time zone") with { Default = "now()" }, Column("note", "text", nullable: true)) with
    {
        ForeignKeys = [Reference("calls_user_id_fkey", "user_id", "users") with { OnDelete = ReferentialAction.Cascade }],
        Indexes = [Index("calls_started_at_idx", "tenant_id", "started_at")],
    };

    private static readonly Table Invoices = Table("billing.invoices", Id, Column("number", "integer") with { Default = "nextval('billing.invoice_number'::regclass)" });

    public static DatabaseSchema Schema { get; } = Model.Database(
        Enum("user_status", "active", "blocked"),
        new Extension { Name = Name("citext") },
        new SchemaNamespace { Name = new QualifiedName("billing", "billing"), Comment = "Money" },
        new Sequence { Name = Name("billing.invoice_number"), Type = "integer", Options = new SequenceOptions { Start = 1000 } },
        Invoices with { PrimaryKey = Invoices.PrimaryKey! with { Name = "invoices_pkey" } },
        Users,
        Calls);

    public static DatabaseSchema Changed { get; } = Model.Database(
        Enum("user_status", "active", "invited", "blocked"),
        new Extension { Name = Name("citext") },
        Users with
        {
            Name = Name("members"),
            RenamedFrom = Name("users"),
            Comment = null,
            PrimaryKey = Users.PrimaryKey! with { Name = "members_pkey" },
            Columns =
            [
                Id,
                Tenant,
                Column("mail", "citext") with { RenamedFrom = "email", Comment = "Where to write" },
                Column("status", "user_status") with { Default = "'invited'" },
                Column("nickname", "text") with { Backfill = "split_part(mail::text, '@', 1)" },
            ],
            Uniques = [new UniqueConstraint { Name = "members_mail_key", Columns = ["tenant_id", "mail"] }],
            Checks = [new CheckConstraint { Name = "members_mail_check", Expression = "mail <> ''" }],
        },
        Calls with
        {
            Columns = [.. Calls.Columns.Where(c => c.Name != "note"), Column("seconds", "integer") with { Default = "0" }],
            ForeignKeys = [Reference("calls_user_id_fkey", "user_id", "members") with { OnDelete = ReferentialAction.Restrict }],
            Indexes = [Index("calls_started_idx", "tenant_id", "started_at"), Index("calls_user_id_idx", "user_id")],
        });
}
