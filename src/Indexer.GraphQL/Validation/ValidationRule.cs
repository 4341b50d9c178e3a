using Indexer.GraphQL.Language;

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
