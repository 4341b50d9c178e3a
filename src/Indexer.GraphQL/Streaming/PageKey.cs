namespace Indexer.GraphQL.Streaming;

/// <summary>What a page depends on. Plans are compared by identity: the cache of documents holds one per text.</summary>
internal readonly record struct PageKey(PlanIdentity Plan, string Variables, long FromStep, long UpTo);
