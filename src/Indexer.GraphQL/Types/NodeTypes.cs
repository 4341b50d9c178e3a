namespace Indexer.GraphQL.Types;

/// <summary>The <c>Node</c> interface of Relay.</summary>
internal static class NodeTypes
{
    public const string IdDescription =
        "The global id, for node(id). Opaque. That of an object read as of a point in time names the point too, so that caches keep both apart.";

    /// <summary>The most objects that one field finds.</summary>
    public const int MaxIds = 100;

    public static InterfaceType Interface() =>
        new InterfaceType("Node", "An object with a global id.").Add(
            new Field("id", Scalars.Id.NonNull(), IdDescription)
        );

    public static Field RootField(InterfaceType node) =>
        new Field(
            "node",
            node,
            "The object with a global id; null when there is none.",
            new NodeSource(IsList: false)
        ).Argument(new InputValue("id", Scalars.Id.NonNull(), "The id field of the object."));

    public static Field RootList(InterfaceType node) =>
        new Field(
            "nodes",
            node.List().NonNull(),
            "The objects with global ids, in the order of the ids; null where there is none.",
            new NodeSource(IsList: true)
        ).Argument(new InputValue("ids", Scalars.Id.NonNull().List().NonNull(), $"Their id fields, at most {MaxIds}."));
}
