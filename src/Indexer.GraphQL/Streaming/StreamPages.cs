using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Planning;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Indexer.GraphQL.Streaming;

/// <summary>
/// Reads pages of streams. Subscribers that follow the same messages share a page; a few statements at a time leave the
/// connections to queries.
/// </summary>
internal sealed class StreamPages(NpgsqlDataSource dataSource, GraphQLOptions options, TimeProvider time) : IDisposable
{
    /// <summary>Messages of a page: what a subscriber holds in memory.</summary>
    private const int MaxMessages = 100;

    private const int Statements = 4;

    private static readonly TimeSpan Shared = TimeSpan.FromSeconds(2);
    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = 256 });
    private readonly SemaphoreSlim slots = new(Statements);

    /// <summary>The messages from a position on, none of a step after <paramref name="upTo"/>.</summary>
    public Task<StreamPage> ReadAsync(
        BoundStream stream,
        StreamPosition from,
        long upTo,
        CancellationToken cancellationToken
    )
    {
        if (from.Key is not null)
        {
            return QueryAsync(stream, from, upTo, cancellationToken);
        }

        var key = new PageKey(new PlanIdentity(stream.Plan), stream.Variables, from.Step, upTo);
        var page = pages.GetOrCreate(
            key,
            entry =>
            {
                entry.AbsoluteExpirationRelativeToNow = Shared;
                entry.Size = 1;
                // Nobody's leaving ends what others wait for.
                return QueryAsync(stream, from, upTo, CancellationToken.None);
            }
        );
        return page!.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        pages.Dispose();
        slots.Dispose();
    }

    private async Task<StreamPage> QueryAsync(
        BoundStream stream,
        StreamPosition from,
        long upTo,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(options.Timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await QueryInTurnAsync(stream, from, upTo, linked.Token);
        }
        catch (Exception failure) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("A page of a subscription took too long.", failure);
        }
    }

    private async Task<StreamPage> QueryInTurnAsync(
        BoundStream stream,
        StreamPosition from,
        long upTo,
        CancellationToken cancellationToken
    )
    {
        await slots.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
            await using var command = Command(stream, from, upTo, connection);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return await ReadAsync(stream, reader, upTo, cancellationToken);
        }
        finally
        {
            slots.Release();
        }
    }

    private static async Task<StreamPage> ReadAsync(
        BoundStream stream,
        NpgsqlDataReader reader,
        long upTo,
        CancellationToken cancellationToken
    )
    {
        var messages = new List<byte[]>();
        var keys = new string[reader.FieldCount - 1];
        while (await reader.ReadAsync(cancellationToken))
        {
            messages.Add(Encoding.UTF8.GetBytes($"{{\"data\":{{\"{stream.Plan.Key}\":{reader.GetString(0)}}}}}"));
            for (var index = 0; index < keys.Length; index++)
            {
                keys[index] = reader.GetString(index + 1);
            }
        }

        return new StreamPage(
            messages,
            messages.Count < MaxMessages ? new StreamPosition(upTo + 1, null) : After(keys)
        );
    }

    /// <summary>The position after the message of a key, whose first part is its step.</summary>
    public static StreamPosition After(IReadOnlyList<string> key) =>
        new(long.Parse(key[0], CultureInfo.InvariantCulture), key);

    private static NpgsqlCommand Command(
        BoundStream stream,
        StreamPosition from,
        long upTo,
        NpgsqlConnection connection
    )
    {
        // Parameters belong to one command; the page may be read by several at once.
        var root = stream.Root with
        {
            Parameters = [.. stream.Root.Parameters.Select(parameter => parameter.Clone())],
        };
        var command = root.Command(connection);
        var places = stream.Plan.Slots;
        command.Parameters[places.From].Value = from.Step;
        command.Parameters[places.UpTo].Value = upTo;
        command.Parameters[places.Limit].Value = (long)MaxMessages;
        for (var index = 0; index < places.Key.Count; index++)
        {
            command.Parameters[places.Key[index]].Value = (object?)from.Key?[index] ?? DBNull.Value;
        }

        return command;
    }
}

/// <summary>Consecutive messages of a stream.</summary>
/// <param name="Messages">Whole responses.</param>
/// <param name="Next">Where the stream goes on after them.</param>
internal sealed record StreamPage(IReadOnlyList<byte[]> Messages, StreamPosition Next);

/// <summary>Where a stream goes on.</summary>
/// <param name="Step">The step to read next.</param>
/// <param name="Key">The key of the last message of that step that was read; null before its first.</param>
internal sealed record StreamPosition(long Step, IReadOnlyList<string>? Key);

/// <summary>What a page depends on. Plans are compared by identity: the cache of documents holds one per text.</summary>
internal readonly record struct PageKey(PlanIdentity Plan, string Variables, long FromStep, long UpTo);

/// <summary>A plan, compared by identity.</summary>
internal readonly struct PlanIdentity(StreamPlan plan) : IEquatable<PlanIdentity>
{
    private readonly StreamPlan plan = plan;

    public bool Equals(PlanIdentity other) => ReferenceEquals(plan, other.plan);

    public override bool Equals(object? obj) => obj is PlanIdentity other && Equals(other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(plan);
}
