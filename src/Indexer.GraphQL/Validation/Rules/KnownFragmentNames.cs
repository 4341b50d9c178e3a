using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Every spread fragment exists.</summary>
internal sealed class KnownFragmentNames(ValidationContext context) : NodeRule<FragmentSpreadNode>(context)
{
    protected override void Enter(FragmentSpreadNode spread, Node? parent)
    {
        if (Context.Fragment(spread.Name.Value) is null)
        {
            Report($"Unknown fragment \"{spread.Name.Value}\".", spread.Name);
        }
    }
}
