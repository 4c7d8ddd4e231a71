using Hotline.Migrate.Diffing.Expressions;

namespace Hotline.Migrate.Diffing.Definitions;

/// <summary>Finds the columns that a query selects under their own names.</summary>
internal static class SelectedColumns
{
    /// <summary>The places of the tokens that are the column's name.</summary>
    public static IReadOnlySet<int> Of(IReadOnlyList<Token> tokens)
    {
        var found = new HashSet<int>();
        var outer = new Stack<bool>();
        var selecting = false;
        var start = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            switch (tokens[i].Kind == TokenKind.QuotedName ? "" : tokens[i].Text)
            {
                case "(":
                    outer.Push(selecting);
                    selecting = false;
                    break;
                case ")":
                    End(i);
                    selecting = outer.Count > 0 && outer.Pop();
                    start = -1;
                    break;
                case "select" or "returning":
                    (selecting, start) = (true, i + 1);
                    break;
                case "distinct" or "all" when i == start:
                    start = i + 1;
                    break;
                case ",":
                    End(i);
                    start = i + 1;
                    break;
                case "from" or "where" or "group" or "having" or "order" or "limit" or "union" or "intersect" or "except" or ";":
                    End(i);
                    selecting = false;
                    break;
            }
        }

        End(tokens.Count);
        return found;

        // Nothing but a name with its qualifications.
        void End(int end)
        {
            if (selecting && start >= 0 && end > start && (end - start) % 2 == 1
                && Enumerable.Range(start, end - start).All(i => (i - start) % 2 == 0 ? tokens[i].Name is not null : tokens[i].Text == "."))
            {
                found.Add(end - 1);
            }
        }
    }
}
