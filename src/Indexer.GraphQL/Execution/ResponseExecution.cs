using System.Data;
using Indexer.GraphQL.Planning;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Indexer.GraphQL.Execution;

/// <summary>
/// Runs the statements of a request, together with those of others when all are quick, else one after the other on a
/// connection of its own, once for those that ask the same while it waits; several read one snapshot. A request alone sends
/// the JSON of its last root field to the client as it arrives; that of the ones before is held back because the response
/// may still turn into an error.
/// </summary>
internal sealed class ResponseExecution : IDisposable
{
    private readonly NpgsqlDataSource dataSource;
    private readonly GraphQLOptions options;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly StatementTurns turns;
    private readonly QuickStatements quick;
    private readonly Herds herds = new();

    public ResponseExecution(NpgsqlDataSource dataSource, GraphQLOptions options, TimeProvider time, ILogger logger)
    {
        (this.dataSource, this.options, this.time, this.logger) = (dataSource, options, time, logger);
        turns = new StatementTurns(options.MaxConcurrentRequests, time);
        quick = new QuickStatements(dataSource, turns, options, time);
    }

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
        var statements = roots.Where(root => root.Plan is SqlRoot).ToList();
        if (statements.Count == 0)
        {
            return;
        }

        var answers =
            (quick.Accepts(statements) ? await quick.RunAsync(statements, cancellation) : null)
            ?? await RunAloneAsync(statements, response, cancellation);
        for (var index = 0; index < answers.Count; index++)
        {
            response.Accept(statements[index], answers[index]);
        }
    }

    /// <summary>Runs the statements for this request and those that ask the same, or waits for one that does.</summary>
    /// <returns>The JSON of every root field; none when the response has taken it already.</returns>
    private async Task<IReadOnlyList<byte[]>> RunAloneAsync(
        List<BoundRoot> statements,
        ResponseWriter response,
        CancellationToken cancellation
    )
    {
        if (statements.Exists(root => root.Statement.Pace.IsLarge))
        {
            return await RunAsync(herd: null, statements, response, cancellation);
        }

        while (true)
        {
            var request = new WaitingRequest(statements, time, cancellation);
            if (herds.Join(request) is { } herd)
            {
                return await LeadAsync(herd, statements, response, cancellation);
            }

            // The one that asked for all has left, or failed: another asks for the rest.
            if (await request.Answer.WaitAsync(cancellation) is { } answers)
            {
                return answers;
            }
        }
    }

    private async Task<IReadOnlyList<byte[]>> LeadAsync(
        Herd herd,
        List<BoundRoot> statements,
        ResponseWriter response,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<byte[]>? answers = null;
        try
        {
            answers = await RunAsync(herd, statements, response, cancellation);
            return answers;
        }
        finally
        {
            herds.Close(herd);
            herd.Followers.ForEach(follower => follower.Complete(answers));
        }
    }

    private async Task<IReadOnlyList<byte[]>> RunAsync(
        Herd? herd,
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
        if (herd is not null)
        {
            herds.Close(herd);
        }

        var answers = new List<byte[]>();
        foreach (var root in statements)
        {
            var start = time.GetTimestamp();
            await using var command = root.Command(connection);
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellation);
            await reader.ReadAsync(cancellation);
            var taken = time.GetElapsedTime(start);
            if (herd is { Followers.Count: > 0 })
            {
                answers.Add(await JsonValue.ReadAsync(reader, cancellation));
                root.Statement.Pace.Took(taken, answers[^1].Length);
            }
            else
            {
                root.Statement.Pace.Took(taken, await response.AcceptAsync(root, reader, cancellation));
            }
        }

        return answers;
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
