using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation;

/// <summary>A rule about one kind of node, which leaves out no children.</summary>
/// <typeparam name="TNode">The kind.</typeparam>
internal abstract class NodeRule<TNode>(ValidationContext context) : ValidationRule(context)
    where TNode : Node
{
    public sealed override bool Concerns(Node node) => node is TNode;

    public sealed override bool Enter(Node node, Node? parent)
    {
        Enter((TNode)node, parent);
        return true;
    }

    public sealed override void Leave(Node node) => Leave((TNode)node);

    protected virtual void Enter(TNode node, Node? parent) { }

    protected virtual void Leave(TNode node) { }
}
