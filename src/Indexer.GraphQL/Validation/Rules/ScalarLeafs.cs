using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Objects have a selection set, leaves have none.</summary>
internal sealed class ScalarLeafs(ValidationContext context) : NodeRule<FieldNode>(context)
{
    protected override void Enter(FieldNode field, Node? parent)
    {
        if (Context.State.Type is not { } type)
        {
            return;
        }

        var name = field.Name.Value;
        if (type.Named is not CompositeType)
        {
            if (field.Selections is not null)
            {
                Report(
                    $"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.",
                    field.Selections
                );
            }
        }
        else if (field.Selections is null)
        {
            Report(
                $"Field \"{name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?",
                field
            );
        }
    }
}
