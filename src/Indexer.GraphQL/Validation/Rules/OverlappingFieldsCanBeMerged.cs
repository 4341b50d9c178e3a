using Indexer.GraphQL.Language;
using Indexer.GraphQL.Validation.Overlap;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Fields with one response key select the same thing.</summary>
internal sealed class OverlappingFieldsCanBeMerged : NodeRule<SelectionSetNode>
{
    private readonly ConflictFinder finder;

    public OverlappingFieldsCanBeMerged(ValidationContext context)
        : base(context) => finder = new ConflictFinder(context);

    protected override void Enter(SelectionSetNode set, Node? parent)
    {
        foreach (var conflict in finder.Within(Context.State.Parent, set))
        {
            Report(
                $"Fields \"{conflict.Key}\" conflict because {conflict.Reason}. Use different aliases on the fields to fetch both if this was intentional.",
                conflict.Left.Concat(conflict.Right)
            );
        }
    }
}
