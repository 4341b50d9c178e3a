namespace Indexer.GraphQL.Http.Tests;

/// <summary>How a test wants to be served.</summary>
public sealed record ServerOptions
{
    public GraphQLOptions Engine { get; init; } = new();

    public GraphQLHttpOptions Http { get; init; } = new();

    /// <summary>The path of the trusted documents.</summary>
    public string? Trusted { get; init; }

    /// <summary>The clock of the engine.</summary>
    public TimeProvider EngineTime { get; init; } = TimeProvider.System;

    /// <summary>The clock of the rate limits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
