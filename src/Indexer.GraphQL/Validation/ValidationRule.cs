using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation;

/// <summary>A rule of section 5 of the specification, told about every node of a document.</summary>
internal abstract class ValidationRule(ValidationContext context)
{
    protected ValidationContext Context => context;

    /// <summary>Before the children of a node; false leaves them (and <see cref="Leave"/>) out for this rule.</summary>
    public abstract bool Enter(Node node, Node? parent);

    /// <summary>After the children of a node.</summary>
    public virtual void Leave(Node node) { }

    protected void Report(string message, params IEnumerable<Node> nodes) =>
        context.Report(message, [.. nodes.Select(node => node.Location)]);
}
