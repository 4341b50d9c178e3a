using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Planning;
using Indexer.GraphQL.Types;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Indexer.GraphQL.Execution;

/// <summary>Answers GraphQL queries from PostgreSQL: one statement per root field, all of them in one snapshot.</summary>
public sealed class GraphQLEngine : IDisposable
{
    private readonly DocumentCache cache;
    private readonly Planner planner;
    private readonly ResponseExecution execution;

    /// <summary>Makes an engine; it is safe for use by many requests at once.</summary>
    /// <param name="schema">What can be asked.</param>
    /// <param name="dataSource">The database; a read-only role or replica suffices.</param>
    /// <param name="options">The limits.</param>
    /// <param name="time">The clock of the timeout.</param>
    /// <param name="logger">Told about failed statements.</param>
    public GraphQLEngine(
        Schema schema,
        NpgsqlDataSource dataSource,
        GraphQLOptions options,
        TimeProvider time,
        ILogger<GraphQLEngine> logger
    )
    {
        Schema = schema;
        Options = options;
        cache = new DocumentCache(schema, options);
        planner = new Planner(schema, options);
        execution = new ResponseExecution(dataSource, options, time, logger);
    }

    /// <summary>What can be asked.</summary>
    public Schema Schema { get; }

    /// <summary>The limits.</summary>
    public GraphQLOptions Options { get; }

    /// <summary>Forgets every cached document.</summary>
    public void Dispose() => cache.Dispose();

    /// <summary>Parses, validates and plans a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="errors">Why it was refused; empty when it was not.</param>
    /// <returns>The operation to execute; null when it was refused.</returns>
    public PreparedOperation? Prepare(GraphQLRequest request, out IReadOnlyList<GraphQLError> errors)
    {
        try
        {
            errors = [];
            return Prepare(request);
        }
        catch (GraphQLRequestException refusal)
        {
            errors = refusal.Errors;
            return null;
        }
    }

    /// <summary>Executes an operation and writes the response, byte for byte as PostgreSQL built it.</summary>
    /// <param name="operation">From <see cref="Prepare(GraphQLRequest, out IReadOnlyList{GraphQLError})"/>.</param>
    /// <param name="output">Receives one JSON object.</param>
    /// <param name="cancellationToken">Cancels the statements.</param>
    public Task ExecuteAsync(PreparedOperation operation, Stream output, CancellationToken cancellationToken) =>
        execution.ExecuteAsync(operation.Roots, output, cancellationToken);

    private PreparedOperation Prepare(GraphQLRequest request)
    {
        var document = cache.Document(request.Query);
        var operation = OperationSelection.Select(document, request.OperationName);
        var variables = VariableCoercion.Coerce(Schema, operation, request.Variables);
        var plans = cache.Plan(
            document,
            operation,
            variables.Shape,
            () => planner.Plan(document, operation, variables)
        );
        var roots = plans.Select(plan => Binding.Bind(plan, variables.Leaves)).ToList();
        OperationLimits.Check(plans, variables.Leaves, Options);
        return new PreparedOperation(roots);
    }
}
