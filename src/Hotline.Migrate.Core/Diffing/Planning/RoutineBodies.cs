using Hotline.Migrate.Operations;
using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Diffing.Planning;

/// <summary>Finds the routines whose body names what comes later only: PostgreSQL must not check those when it makes them.</summary>
internal static class RoutineBodies
{
    public static IEnumerable<Operation> Unchecked(PlanContext context, IReadOnlyList<PlannedOperation> ordered)
    {
        var last = new Dictionary<SchemaKey, int>();
        for (var i = 0; i < ordered.Count; i++)
        {
            foreach (var key in ordered[i].Makes.Concat(ordered[i].Changes))
            {
                last[key] = i;
            }
        }

        for (var i = 0; i < ordered.Count; i++)
        {
            yield return ordered[i].Operation switch
            {
                CreateSqlObject create when IsEarly(create.Subject, i) => create with { BodyUnchecked = true },
                ReplaceSqlObject replace when IsEarly(replace.New, i) => replace with { BodyUnchecked = true },
                var operation => operation,
            };
        }

        bool IsEarly(SqlObject sqlObject, int at) => context.NewUses.Of(sqlObject) is var uses
            && (uses.IsOutOfPath || uses.Late.Any(k => last.TryGetValue(k, out var made) && made > at));
    }
}
