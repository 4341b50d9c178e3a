using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>No field of an input object is given twice.</summary>
internal sealed class UniqueInputFieldNames(ValidationContext context) : NodeRule<ObjectNode>(context)
{
    protected override void Enter(ObjectNode item, Node? parent)
    {
        var known = new Dictionary<string, NameNode>();
        foreach (var field in item.Fields)
        {
            if (!known.TryAdd(field.Name.Value, field.Name))
            {
                Report(
                    $"There can be only one input field named \"{field.Name.Value}\".",
                    known[field.Name.Value],
                    field.Name
                );
            }
        }
    }
}
