using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation;

/// <summary>A rule of section 5 of the specification, told about the nodes of a document that concern it.</summary>
internal abstract class ValidationRule(ValidationContext context)
{
    protected ValidationContext Context => context;

    /// <summary>Whether it is told about nodes of the type of this one: the same for all of them.</summary>
    public abstract bool Concerns(Node node);

    /// <summary>Before the children of a node; false leaves them (and <see cref="Leave"/>) out for this rule.</summary>
    public virtual bool Enter(Node node, Node? parent) => true;

    /// <summary>After the children of a node.</summary>
    public virtual void Leave(Node node) { }

    protected void Report(string message, params IEnumerable<Node> nodes) =>
        context.Report(message, [.. nodes.Select(node => node.Location)]);
}

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

/// <summary>Collects the variables used in one operation or fragment.</summary>
internal sealed class VariableUsageCollector(ValidationContext context) : ValidationRule(context)
{
    public List<VariableUsage> Usages { get; } = [];

    public override bool Concerns(Node node) => node is VariableDefinitionNode or VariableNode;

    public override bool Enter(Node node, Node? parent)
    {
        if (node is VariableDefinitionNode)
        {
            return false;
        }

        if (node is VariableNode variable)
        {
            var state = Context.State;
            Usages.Add(new VariableUsage(variable, state.Input, state.ParentInput, state.InputHasDefault));
        }

        return true;
    }
}

/// <summary>A use of a variable and the type its place expects.</summary>
internal sealed record VariableUsage(VariableNode Node, GraphType? Type, GraphType? ParentType, bool HasDefault);
