using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation;

/// <summary>Type references of documents, and the relations between types.</summary>
internal static class TypeReferences
{
    public static GraphType? Resolve(Schema schema, TypeNode node) =>
        node switch
        {
            NamedTypeNode named => schema.Find(named.Name),
            ListTypeNode list => Resolve(schema, list.Of)?.List(),
            NonNullTypeNode nonNull => Resolve(schema, nonNull.Of)?.NonNull(),
            _ => null,
        };

    /// <summary>Whether values of an input type are values of another one.</summary>
    public static bool IsSubtype(GraphType type, GraphType super) =>
        (type, super) switch
        {
            (NonNullType sub, NonNullType of) => IsSubtype(sub.Of, of.Of),
            (NonNullType sub, _) => IsSubtype(sub.Of, super),
            (_, NonNullType) => false,
            (ListType sub, ListType of) => IsSubtype(sub.Of, of.Of),
            (ListType, _) or (_, ListType) => false,
            _ => type == super,
        };

    public static bool Overlap(Schema schema, CompositeType one, CompositeType other) =>
        one == other
        || (one is not ObjectType || other is not ObjectType)
            && schema.PossibleTypes(one).Intersect(schema.PossibleTypes(other)).Any();
}
