namespace Indexer.GraphQL.Types;

/// <summary>The <c>Node</c> interface of Relay.</summary>
internal static class NodeTypes
{
    public const string IdDescription = "The global id, for node(id). Opaque.";

    public static InterfaceType Interface() =>
        new InterfaceType("Node", "An object with a global id.").Add(
            new Field("id", Scalars.Id.NonNull(), IdDescription, source: null)
        );

    public static Field RootField(InterfaceType node) =>
        new Field("node", node, "The object with a global id; null when there is none.", new NodeSource()).Argument(
            new InputValue("id", Scalars.Id.NonNull(), "The id field of the object.")
        );
}
