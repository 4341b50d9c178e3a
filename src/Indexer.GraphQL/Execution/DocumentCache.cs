using Indexer.GraphQL.Language;
using Indexer.GraphQL.Planning;
using Indexer.GraphQL.Types;
using Microsoft.Extensions.Caching.Memory;

namespace Indexer.GraphQL.Execution;

/// <summary>Keeps validated documents and their plans; what was used least goes first.</summary>
internal sealed class DocumentCache(Schema schema, GraphQLOptions options) : IDisposable
{
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = options.CacheCharacters });

    public void Dispose() => cache.Dispose();

    /// <summary>The document, parsed and found valid.</summary>
    /// <exception cref="GraphQLRequestException">It is not.</exception>
    public DocumentNode Document(string text, PreparationWork work)
    {
        if (cache.TryGetValue(text, out DocumentNode? known))
        {
            return known!;
        }

        var document = DocumentReader.Read(text, schema, options, work);
        Keep(text, document, text.Length);
        return document;
    }

    /// <summary>The text that <see cref="Register"/> was told under a hash; null when it is not, or no longer, kept.</summary>
    public string? Text(string hash) => cache.Get<string>(new HashKey(hash));

    /// <summary>Keeps a text under its hash.</summary>
    public void Register(string hash, string text)
    {
        var key = new HashKey(hash);
        if (!cache.TryGetValue(key, out _))
        {
            Keep(key, text, hash.Length + text.Length);
        }
    }

    /// <summary>The plan of an operation for variables of one shape.</summary>
    public IReadOnlyList<RootPlan> Plan(
        DocumentNode document,
        OperationNode operation,
        string shape,
        Func<IReadOnlyList<RootPlan>> compile
    )
    {
        var key = new PlanKey(document, operation.Name?.Value, shape);
        if (cache.TryGetValue(key, out IReadOnlyList<RootPlan>? known))
        {
            return known!;
        }

        var plan = compile();
        Keep(key, plan, shape.Length + plan.OfType<SqlRoot>().Sum(root => root.Sql.Length));
        return plan;
    }

    private void Keep(object key, object value, long size)
    {
        using var entry = cache.CreateEntry(key);
        entry.Size = size + 1;
        entry.Value = value;
    }
}

/// <summary>What a plan depends on. Documents are equal when they have the same list of definitions: the cache holds one per text.</summary>
internal readonly record struct PlanKey(DocumentNode Document, string? Operation, string Shape);

/// <summary>The SHA-256 of a text that a client registered.</summary>
internal readonly record struct HashKey(string Hash);
