using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Introspection;

/// <summary>Declares fields whose values are computed in memory.</summary>
internal static class MemoryFields
{
    public static Field Memory<T>(
        this ObjectType owner,
        string name,
        GraphType type,
        string description,
        Func<T, object?> read
    ) => owner.Add(new Field(name, type, description, new MemorySource((parent, _) => read((T)parent!))));

    /// <summary>The description; null when there is none, as section 4.2 of the specification has it.</summary>
    public static void MemoryDescription<T>(this ObjectType owner, Func<T, string?> read) =>
        owner.Memory<T>("description", Scalars.String, "", it => read(it) is { Length: > 0 } text ? text : null);

    /// <summary>A list that leaves out deprecated elements unless asked for them.</summary>
    public static Field MemoryList<TParent, TItem>(
        this ObjectType owner,
        string name,
        GraphType type,
        Func<TParent, IEnumerable<TItem>?> read,
        Func<TItem, string?> deprecation
    ) =>
        owner
            .Add(
                new Field(
                    name,
                    type,
                    "",
                    new MemorySource(
                        (parent, arguments) =>
                            arguments["includeDeprecated"] is true
                                ? read((TParent)parent!)
                                : read((TParent)parent!)?.Where(item => deprecation(item) is null)
                    )
                )
            )
            .Argument(new InputValue("includeDeprecated", Scalars.Boolean, "", "false"));

    public static Field MemoryInputs<T>(
        this ObjectType owner,
        string name,
        ObjectType input,
        bool isRequired,
        Func<T, IEnumerable<InputValue>?> read
    )
    {
        var type = input.NonNull().List();
        return owner.MemoryList(name, isRequired ? type.NonNull() : type, read, item => item.Deprecation);
    }
}
