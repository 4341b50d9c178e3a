using Indexer.GraphQL.Planning;
using Npgsql;

namespace Indexer.GraphQL.Execution;

/// <summary>A root field with the parameters of one request, or its finished JSON.</summary>
internal sealed record BoundRoot(RootPlan Plan, IReadOnlyList<NpgsqlParameter> Parameters, byte[]? Json);
