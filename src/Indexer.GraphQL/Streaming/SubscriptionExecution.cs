using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Planning;
using Indexer.GraphQL.Types;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Indexer.GraphQL.Streaming;

/// <summary>
/// Follows subscriptions. The database holds the feed, so that a subscriber costs a page of memory, a slow one delays
/// nobody, and one that comes back goes on where it was.
/// </summary>
internal sealed class SubscriptionExecution(
    NpgsqlDataSource dataSource,
    SequenceFeed feed,
    GraphQLOptions options,
    TimeProvider time,
    ILogger logger
) : IDisposable, IAsyncDisposable
{
    /// <summary>Steps that one page reads at most, so that catching up sorts little at a time.</summary>
    private const int MaxSteps = 200;

    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);
    private readonly FeedSignal signal = new(dataSource, feed, time, logger);
    private readonly StreamPages pages = new(dataSource, options, time);

    /// <summary>Finds where a stream begins.</summary>
    /// <returns>Response after response from there, until cancelled.</returns>
    /// <exception cref="GraphQLRequestException">It cannot be followed, or no longer.</exception>
    public async Task<IAsyncEnumerable<ReadOnlyMemory<byte>>> SubscribeAsync(
        BoundStream stream,
        CancellationToken cancellationToken
    ) => FollowAsync(stream, await StartAsync(stream, cancellationToken), cancellationToken);

    public void Dispose()
    {
        signal.Dispose();
        pages.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await signal.DisposeAsync();
        Dispose();
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> FollowAsync(
        BoundStream stream,
        StreamPosition position,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var newest = await signal.WaitAsync(position.Step, cancellationToken);
            while (position.Step <= newest)
            {
                var upTo = Math.Min(newest, position.Step + MaxSteps - 1);
                var page = await ReadAsync(stream, position, upTo, cancellationToken);
                foreach (var message in page.Messages)
                {
                    yield return message;
                }

                position = page.Next;
            }
        }
    }

    private async Task<StreamPosition> StartAsync(BoundStream stream, CancellationToken cancellationToken)
    {
        await CheckAsync(stream, cancellationToken);
        var (oldest, newest) = await BoundsAsync(cancellationToken);
        if (stream.After is not { } key)
        {
            return new StreamPosition(newest + 1, null);
        }

        var step = long.TryParse(key[0], CultureInfo.InvariantCulture, out var number) ? number : -1;
        if (step < 0 || step > newest)
        {
            throw new GraphQLRequestException(
                "Argument \"after\" is no cursor of this stream: it has not come to that place yet.",
                ErrorCodes.Input,
                stream.Plan.Location
            );
        }

        return step >= oldest
            ? StreamPages.After(key)
            : throw new GraphQLRequestException(
                "Argument \"after\" is older than what is kept: what was missed can no longer be told. Read the list, then subscribe without it.",
                ErrorCodes.CursorExpired,
                stream.Plan.Location
            );
    }

    /// <summary>Refuses a request of which the database knows a value to be wrong.</summary>
    private async Task CheckAsync(BoundStream stream, CancellationToken cancellationToken)
    {
        if (stream.Refusal is not { } refusal)
        {
            return;
        }

        try
        {
            await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
            await using var command = refusal.Command(connection);
            if (await command.ExecuteScalarAsync(cancellationToken) is string answer)
            {
                var message = RefusedValue.Read(Encoding.UTF8.GetBytes(answer))!;
                throw new GraphQLRequestException(message, ErrorCodes.Input, stream.Plan.Location);
            }
        }
        catch (NpgsqlException failure)
        {
            throw Failed(failure);
        }
    }

    private async Task<(long Oldest, long Newest)> BoundsAsync(CancellationToken cancellationToken)
    {
        var column = Sql.Identifier(feed.Column);
        try
        {
#pragma warning disable CA2100 // The schema's own names.
            await using var command = dataSource.CreateCommand(
                $"select coalesce(min({column}), 0), coalesce(max({column}), 0) from {Sql.Table(feed.Table)}"
            );
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            return (reader.GetInt64(0), reader.GetInt64(1));
        }
        catch (NpgsqlException failure)
        {
            throw Failed(failure);
        }
    }

    /// <summary>A page; while the database is away, it waits for it.</summary>
    private async Task<StreamPage> ReadAsync(
        BoundStream stream,
        StreamPosition position,
        long upTo,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            try
            {
                return await pages.ReadAsync(stream, position, upTo, cancellationToken);
            }
            catch (NpgsqlException failure) when (failure.IsTransient)
            {
                await Task.Delay(RetryInterval, time, cancellationToken);
            }
            catch (TimeoutException)
            {
                throw new GraphQLRequestException(
                    $"A page of the subscription took longer than {options.Timeout.TotalSeconds} seconds.",
                    ErrorCodes.Timeout,
                    stream.Plan.Location
                );
            }
            catch (NpgsqlException failure) when (UnfitValue.IsIn(failure))
            {
                throw new GraphQLRequestException([UnfitValue.Error with { Locations = [stream.Plan.Location] }]);
            }
            catch (NpgsqlException failure)
            {
                throw Failed(failure);
            }
        }
    }

    private GraphQLRequestException Failed(NpgsqlException failure)
    {
        logger.LogError(failure, "A subscription failed.");
        return new GraphQLRequestException([GraphQLError.Internal]);
    }
}
