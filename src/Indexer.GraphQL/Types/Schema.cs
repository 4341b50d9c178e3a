using Indexer.GraphQL.Introspection;

namespace Indexer.GraphQL.Types;

/// <summary>A finished schema.</summary>
public sealed class Schema
{
    private readonly Dictionary<string, NamedType> types = [];
    private readonly Dictionary<NamedType, ObjectType[]> possible = [];

    internal Schema(
        ObjectType query,
        IEnumerable<NamedType>? extraTypes = null,
        ObjectType? mutation = null,
        ObjectType? subscription = null,
        IEnumerable<DirectiveDefinition>? directives = null
    )
    {
        Query = query;
        Mutation = mutation;
        Subscription = subscription;
        Directives = [.. directives ?? [], .. DirectiveDefinition.Specified];
        Introspection = new IntrospectionTypes(this);
        IEnumerable<NamedType?> roots = [query, mutation, subscription, .. extraTypes ?? [], Introspection.SchemaType];
        var collector = new TypeCollector(types);
        foreach (var root in roots.OfType<NamedType>())
        {
            collector.Add(root);
        }

        foreach (var directive in Directives)
        {
            collector.AddArguments(directive.Arguments);
        }

        collector.Run();
    }

    internal ObjectType Query { get; }

    internal ObjectType? Mutation { get; }

    internal ObjectType? Subscription { get; }

    /// <summary>The steps that subscriptions follow; null when there are none.</summary>
    internal SequenceFeed? Feed { get; init; }

    internal IReadOnlyList<DirectiveDefinition> Directives { get; }

    internal IntrospectionTypes Introspection { get; }

    /// <summary>Every type by name, those of introspection included, in alphabetical order.</summary>
    internal IEnumerable<NamedType> Types => types.Values.OrderBy(type => type.Name, StringComparer.Ordinal);

    internal NamedType? Find(string name) => types.GetValueOrDefault(name);

    internal DirectiveDefinition? FindDirective(string name) =>
        Directives.FirstOrDefault(directive => directive.Name == name);

    /// <summary>The object types that a value of a composite type can have.</summary>
    internal IReadOnlyList<ObjectType> PossibleTypes(CompositeType type)
    {
        lock (possible)
        {
            return possible.Remember(
                type,
                it =>
                    it switch
                    {
                        ObjectType single => [single],
                        UnionType union => [.. union.Members],
                        _ => [.. Types.OfType<ObjectType>().Where(candidate => candidate.Implements.Contains(type))],
                    }
            );
        }
    }

    /// <summary>The versions of rows that have a way to name a point in time.</summary>
    internal RowVersion? FindVersion(string point) =>
        Query.Fields.Select(field => field.Version).FirstOrDefault(version => version?.Has(point) == true);

    /// <summary>The field of a type, the meta fields of the specification included.</summary>
    internal Field? FindField(CompositeType parent, string name) =>
        name switch
        {
            "__schema" when parent == Query => Introspection.SchemaField,
            "__type" when parent == Query => Introspection.TypeField,
            "__typename" => IntrospectionTypes.TypeNameField,
            _ => parent.Find(name),
        };
}
