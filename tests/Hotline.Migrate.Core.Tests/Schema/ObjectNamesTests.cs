using System.Text;
using CsCheck;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Core.Tests.Schema;

public sealed class ObjectNamesTests
{
    private static readonly Gen<string> Names = Gen.Char["abcXYZ_0ä漢🐘 "].Array[1, 40].Select(chars => new string(chars));

    [Fact]
    public void Names_are_those_that_PostgreSQL_would_choose() =>
        Assert.Equal(
            "users_pkey users_email_key calls_tenant_id_user_id_fkey orders_total_check rooms_during_excl calls_started_at_idx calls_notes_gin_idx users_lower_email_idx",
            string.Join(
                " ",
                ObjectNames.PrimaryKey("users"),
                ObjectNames.Unique("users", ["email"]),
                ObjectNames.ForeignKey("calls", ["tenant_id", "user_id"]),
                ObjectNames.Check("orders", ["total"]),
                ObjectNames.Exclusion("rooms", ["during"]),
                ObjectNames.Index("calls", ["started_at"]),
                ObjectNames.Index("calls", ["notes"], "gin"),
                ObjectNames.Index("users", [ObjectNames.Words("lower(email)")])));

    [Fact]
    public void A_long_name_keeps_beginning_and_ending_around_a_hash() =>
        Assert.Equal(
            "notification_delivery_attempts_tenant_identifie_mdynthbkb9_fkey",
            ObjectNames.ForeignKey("notification_delivery_attempts", ["tenant_identifier", "notification_identifier"]));

    [Fact]
    public void A_name_of_63_bytes_is_kept_and_one_more_is_cut()
    {
        var fits = ObjectNames.PrimaryKey(new string('a', 58));
        Assert.Equal(63, fits.Length);
        Assert.Equal(new string('a', 58) + "_pkey", fits);
        Assert.NotEqual(new string('a', 59) + "_pkey", ObjectNames.PrimaryKey(new string('a', 59)));
    }

    [Fact]
    public void Names_that_differ_only_where_they_are_cut_stay_apart()
    {
        var front = new string('x', 70);
        var names = Enumerable.Range(0, 100_000).Select(i => ObjectNames.Index(front + i, ["a"])).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(100_000, names.Count);
    }

    [Fact]
    public void Every_name_fits_is_whole_and_depends_on_all_its_parts() =>
        Gen.Select(Names, Names.Array[1, 4], Names.Array[1, 4]).Sample((table, columns, others) =>
        {
            var name = ObjectNames.Unique(table, columns);
            var text = Encoding.UTF8.GetBytes(name);
            Assert.True(SqlIdentifier.IsValid(name), name);
            Assert.EndsWith("_key", name, StringComparison.Ordinal);
            if (string.Join("_", columns) != string.Join("_", others))
            {
                Assert.NotEqual(name, ObjectNames.Unique(table, others));
            }

            return text.Length <= SqlIdentifier.MaxBytes;
        });

    [Fact]
    public void A_cut_never_splits_a_character()
    {
        for (var length = 10; length < 40; length++)
        {
            var name = ObjectNames.PrimaryKey(string.Concat(Enumerable.Repeat("🐘ä漢", length)));
            Assert.True(Encoding.UTF8.GetByteCount(name) <= 63);
            Assert.DoesNotContain('\ufffd', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)));
        }
    }
}
