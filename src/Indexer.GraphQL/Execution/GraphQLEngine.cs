using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Language;
using Indexer.GraphQL.Planning;
using Indexer.GraphQL.Streaming;
using Indexer.GraphQL.Types;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Indexer.GraphQL.Execution;

/// <summary>Answers GraphQL queries from PostgreSQL: one statement per root field, all of them in one snapshot.</summary>
public sealed class GraphQLEngine : IDisposable, IAsyncDisposable
{
    private readonly DocumentCache cache;
    private readonly DocumentRegistry documents;
    private readonly Planner planner;
    private readonly ResponseExecution execution;
    private readonly SubscriptionExecution? subscriptions;

    /// <summary>Makes an engine; it is safe for use by many requests at once.</summary>
    /// <param name="schema">What can be asked.</param>
    /// <param name="dataSource">The database; a read-only role or replica suffices.</param>
    /// <param name="options">The limits.</param>
    /// <param name="time">The clock of the timeout.</param>
    /// <param name="logger">Told about failed statements.</param>
    /// <param name="trusted">Documents that requests can name.</param>
    public GraphQLEngine(
        Schema schema,
        NpgsqlDataSource dataSource,
        GraphQLOptions options,
        TimeProvider time,
        ILogger<GraphQLEngine> logger,
        TrustedDocuments? trusted = null
    )
    {
        Schema = schema;
        Options = options;
        cache = new DocumentCache(schema, options);
        documents = new DocumentRegistry(cache, trusted ?? TrustedDocuments.None, options);
        planner = new Planner(schema, options);
        execution = new ResponseExecution(dataSource, options, time, logger);
        subscriptions = schema.Feed is { } feed
            ? new SubscriptionExecution(dataSource, feed, options, time, logger)
            : null;
    }

    /// <summary>What can be asked.</summary>
    public Schema Schema { get; }

    /// <summary>The limits.</summary>
    public GraphQLOptions Options { get; }

    /// <summary>Forgets every cached document; subscriptions end soon.</summary>
    public void Dispose()
    {
        subscriptions?.Dispose();
        execution.Dispose();
        cache.Dispose();
    }

    /// <summary>Forgets every cached document, and waits until no subscription needs the database.</summary>
    public async ValueTask DisposeAsync()
    {
        if (subscriptions is not null)
        {
            await subscriptions.DisposeAsync();
        }

        Dispose();
    }

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
    /// <returns>Whether the response has no errors.</returns>
    public Task<bool> ExecuteAsync(PreparedOperation operation, Stream output, CancellationToken cancellationToken) =>
        ExecuteAsync(operation, output, client: null, cancellationToken);

    /// <summary>The same for one client among many.</summary>
    internal Task<bool> ExecuteAsync(
        PreparedOperation operation,
        Stream output,
        object? client,
        CancellationToken cancellationToken
    ) =>
        GraphQLTelemetry.IsEnabled
            ? MeasureAsync(operation, output, client, cancellationToken)
            : execution.ExecuteAsync(operation.Roots, output, client, cancellationToken);

    /// <summary>Begins a subscription: what happens from now on will be told.</summary>
    /// <param name="stream">From a prepared operation.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="GraphQLRequestException">It cannot be followed, or no longer.</exception>
    /// <returns>Response after response, each one JSON object, until cancelled.</returns>
    internal Task<IAsyncEnumerable<ReadOnlyMemory<byte>>> SubscribeAsync(
        BoundStream stream,
        CancellationToken cancellationToken
    )
    {
        GraphQLTelemetry.Subscribed();
        return subscriptions!.SubscribeAsync(stream, cancellationToken);
    }

    private async Task<bool> MeasureAsync(
        PreparedOperation operation,
        Stream output,
        object? client,
        CancellationToken cancellationToken
    )
    {
        using var measured = GraphQLTelemetry.Execute(Schema, operation.Roots);
        var isWhole = await execution.ExecuteAsync(operation.Roots, output, client, cancellationToken);
        measured.Answered(isWhole);
        return isWhole;
    }

    private PreparedOperation Prepare(GraphQLRequest request)
    {
        var work = new PreparationWork(Options.MaxPreparationSteps);
        var document = documents.Find(request, work);
        var operation = OperationSelection.Select(document, request.OperationName, Schema.Feed is not null);
        var variables = VariableCoercion.Coerce(Schema, operation, request.Variables, work);
        var isKnown = true;
        var plans = cache.Plan(document, operation, variables.Shape, Plan);
        if (operation.Kind == OperationKind.Subscription)
        {
            var plan = (StreamPlan)plans.Single();
            OperationLimits.Check([plan.Page], variables.Leaves, Options, operation.Location);
            return new PreparedOperation(BoundStream.Bind(plan, variables.Leaves, request.Variables), isKnown);
        }

        var roots = Binding.Bind(plans, variables.Leaves);
        OperationLimits.Check(plans, variables.Leaves, Options, operation.Location);
        return new PreparedOperation(roots, isKnown);

        IReadOnlyList<RootPlan> Plan()
        {
            isKnown = false;
            return planner.Plan(document, operation, variables);
        }
    }
}
