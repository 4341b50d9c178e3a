using System.Data;
using Indexer.GraphQL.Planning;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Indexer.GraphQL.Execution;

/// <summary>
/// Runs the statements of a request one after the other on one connection; several read one snapshot. The JSON of the
/// last root field goes to the client as it arrives, that of the ones before is held back because the response may
/// still turn into an error.
/// </summary>
internal sealed class ResponseExecution(
    NpgsqlDataSource dataSource,
    GraphQLOptions options,
    TimeProvider time,
    ILogger logger
) : IDisposable
{
    private readonly StatementTurns turns = new(options.MaxConcurrentRequests, time);

    public void Dispose() => turns.Dispose();

    /// <summary>Writes the response.</summary>
    /// <returns>Whether it has no errors.</returns>
    public async Task<bool> ExecuteAsync(
        IReadOnlyList<BoundRoot> roots,
        Stream output,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(options.Timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var response = new ResponseWriter(output, roots);
        try
        {
            await RunAsync(roots, response, linked.Token);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && !response.IsStreaming)
        {
            response.Fail(Describe(failure, timeout.IsCancellationRequested));
        }

        await response.CompleteAsync(cancellationToken);
        return !response.HasErrors;
    }

    private async Task RunAsync(IReadOnlyList<BoundRoot> roots, ResponseWriter response, CancellationToken cancellation)
    {
        var statements = roots.Count(root => root.Plan is SqlRoot);
        if (statements == 0)
        {
            return;
        }

        using var turn = await turns.BeginAsync(cancellation);
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using var transaction =
            statements > 1 ? await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation) : null;
        foreach (var root in roots.Where(root => root.Plan is SqlRoot))
        {
            await using var command = root.Command(connection);
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellation);
            await reader.ReadAsync(cancellation);
            await response.AcceptAsync(root, reader, cancellation);
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
