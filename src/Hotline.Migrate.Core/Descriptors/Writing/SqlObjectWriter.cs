using Hotline.Migrate.Schema;

namespace Hotline.Migrate.Descriptors.Writing;

/// <summary>Writes the members of the document of an object that is its CREATE statement.</summary>
internal static class SqlObjectWriter
{
    public static void Write(CanonicalJsonWriter json, SqlObject sqlObject)
    {
        if (sqlObject.Arguments is { } arguments)
        {
            json.Text("ownName", sqlObject.OwnName);
            json.Text("arguments", arguments);
        }

        if (sqlObject.On is { } relation)
        {
            json.Text("ownName", sqlObject.OwnName);
            DescriptorWriter.Optional(json, "on", relation);
        }

        // A line of the text is a line of the file: a change of one line is a diff of one line.
        json.StartList("definition");
        foreach (var line in sqlObject.Definition.Split('\n'))
        {
            json.Text(null, line);
        }

        json.EndList();
        DescriptorWriter.Texts(json, "additions", sqlObject.Additions);
        TableWriter.List(json, "indexes", sqlObject.Indexes, TableWriter.Index);
        TableWriter.List(json, "columnComments", sqlObject.ColumnComments, (item, comment) =>
        {
            item.Text("column", comment.Column);
            item.Text("text", comment.Text);
        });
    }
}
