namespace Indexer.Ingestion;

/// <summary>Creates one object of every concrete type of a kind in this assembly, in the order of their names.</summary>
internal static class HandlerTypes
{
    public static IEnumerable<T> Create<T>() =>
        typeof(HandlerTypes)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(T)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type, nonPublic: true)!);
}
