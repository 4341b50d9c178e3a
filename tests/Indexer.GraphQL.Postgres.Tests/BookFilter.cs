namespace Indexer.GraphQL.Postgres.Tests;

/// <summary>A filter as clients write it, and what it means.</summary>
internal sealed record BookFilter(string Text, Func<Book, bool> Matches);
