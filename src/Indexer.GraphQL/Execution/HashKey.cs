namespace Indexer.GraphQL.Execution;

/// <summary>The SHA-256 of a text that a client registered.</summary>
internal readonly record struct HashKey(string Hash);
