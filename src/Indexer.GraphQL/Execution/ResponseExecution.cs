using System.Data;
using System.Threading.RateLimiting;
using Indexer.GraphQL.Planning;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Indexer.GraphQL.Execution;

/// <summary>
/// Runs the statements of a request one after the other on a connection of its own, once for those that ask the same while
/// it waits; several read one snapshot. A request alone sends the JSON of its last root field to the client as it arrives;
/// that of the ones before is held back because the response may still turn into an error.
/// </summary>
internal sealed class ResponseExecution(
    NpgsqlDataSource dataSource,
    GraphQLOptions options,
    TimeProvider time,
    ILogger logger
) : IDisposable
{
    private readonly StatementTurns turns = new(options.MaxConcurrentRequests, time);
    private readonly PartitionedRateLimiter<object> clients = PartitionedRateLimiter.Create<object, object>(client =>
        RateLimitPartition.GetConcurrencyLimiter(
            client,
            _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = options.MaxConcurrentRequestsPerClient,
                QueueLimit = int.MaxValue,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }
        )
    );
    private readonly RequestCoalescer coalescer = new();

    public void Dispose()
    {
        clients.Dispose();
        turns.Dispose();
    }

    /// <summary>Writes the response.</summary>
    /// <param name="roots">The root fields.</param>
    /// <param name="output">Receives it.</param>
    /// <param name="client">Whose requests wait for each other; null for one that may send any number.</param>
    /// <param name="cancellationToken">Cancels the statements.</param>
    /// <returns>Whether it has no errors.</returns>
    public async Task<bool> ExecuteAsync(
        IReadOnlyList<BoundRoot> roots,
        Stream output,
        object? client,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(options.Timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var response = new ResponseWriter(output, roots);
        try
        {
            // Before it joins others: nobody waits for another client's slow requests.
            using var place = client is null ? null : await clients.AcquireAsync(client, 1, linked.Token);
            await RunAsync(roots, response, linked.Token);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && !response.IsStreaming)
        {
            response.Fail(Describe(failure, timeout.IsCancellationRequested));
        }

        await response.CompleteAsync(cancellationToken);
        return !response.HasErrors;
    }

    /// <summary>Runs the statements for this request and those that ask the same, or waits for one that does.</summary>
    private async Task RunAsync(IReadOnlyList<BoundRoot> roots, ResponseWriter response, CancellationToken cancellation)
    {
        var statements = roots.Where(root => root.Plan is SqlRoot).ToList();
        while (statements.Count > 0)
        {
            var requests = coalescer.Join(statements, out var isFirst);
            if (isFirst)
            {
                await LeadAsync(requests, statements, response, cancellation);
                return;
            }

            // The one that asked for all may have left, or failed: then another asks for the rest.
            if (await requests.Answer.WaitAsync(cancellation) is { } answers)
            {
                Accept(response, statements, answers);
                return;
            }
        }
    }

    private async Task LeadAsync(
        CoalescedRequests requests,
        List<BoundRoot> statements,
        ResponseWriter response,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<byte[]>? answers = null;
        try
        {
            answers = await QueryAsync(requests, statements, response, cancellation);
        }
        finally
        {
            coalescer.Close(requests);
            requests.Complete(answers);
        }

        if (answers is not null)
        {
            Accept(response, statements, answers);
        }
    }

    /// <summary>Runs the statements when it is their turn.</summary>
    /// <returns>The JSON of every root field for all that ask; null when the response alone has taken it already.</returns>
    private async Task<IReadOnlyList<byte[]>?> QueryAsync(
        CoalescedRequests requests,
        List<BoundRoot> statements,
        ResponseWriter response,
        CancellationToken cancellation
    )
    {
        using var turn = await turns.BeginAsync(cancellation);
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using var transaction =
            statements.Count > 1
                ? await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation)
                : null;
        var answers = coalescer.Close(requests) ? new List<byte[]>() : null;
        foreach (var root in statements)
        {
            await using var command = root.Command(connection);
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellation);
            await reader.ReadAsync(cancellation);
            if (answers is null)
            {
                await response.AcceptAsync(root, reader, cancellation);
            }
            else
            {
                answers.Add(await JsonValue.ReadAsync(reader, cancellation));
            }
        }

        return answers;
    }

    private static void Accept(ResponseWriter response, List<BoundRoot> statements, IReadOnlyList<byte[]> answers)
    {
        for (var index = 0; index < answers.Count; index++)
        {
            response.Accept(statements[index], answers[index]);
        }
    }

    private GraphQLError Describe(Exception failure, bool isTimeout)
    {
        if (isTimeout || failure is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled })
        {
            var seconds = options.Timeout.TotalSeconds;
            return new GraphQLError($"The query took longer than {seconds} seconds.", [], ErrorCodes.Timeout);
        }

        if (UnfitValue.IsIn(failure))
        {
            return UnfitValue.Error;
        }

        logger.LogError(failure, "A GraphQL statement failed.");
        return GraphQLError.Internal;
    }
}

/// <summary>Values that only PostgreSQL can judge, such as a cursor's: they fail as data exceptions (class 22).</summary>
internal static class UnfitValue
{
    public static GraphQLError Error { get; } =
        new("An argument or cursor has a value that does not fit.", [], ErrorCodes.Input);

    public static bool IsIn(Exception failure) => failure is PostgresException { SqlState: ['2', '2', ..] };
}
