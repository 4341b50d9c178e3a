namespace Indexer.GraphQL.Inputs;

/// <summary>An input object; fields that were left out are absent.</summary>
internal sealed record ObjectInput(IReadOnlyList<KeyValuePair<string, InputNode>> Fields) : InputNode
{
    public InputNode? this[string name] => Fields.FirstOrDefault(field => field.Key == name).Value;
}
