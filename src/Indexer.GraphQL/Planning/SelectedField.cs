using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>A field of the response, with every place that selects it.</summary>
internal sealed record SelectedField(string Key, Field Field, List<FieldNode> Nodes)
{
    public FieldNode First => Nodes[0];

    public IEnumerable<SelectionSetNode> Selections =>
        Nodes.Where(node => node.Selections is not null).Select(node => node.Selections!);
}
