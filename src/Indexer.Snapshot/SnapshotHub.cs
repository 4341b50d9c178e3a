using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Indexer.Snapshot;

/// <summary>
/// The proposals and votes of one space, read from the hub of Snapshot within its limits. Lists are paged by the time of
/// creation: the next page begins at the last second of the one before, and what was seen is left out.
/// </summary>
public sealed class SnapshotHub : IDisposable
{
    private readonly string space;
    private readonly SnapshotOptions options;
    private readonly HubClient client;

    /// <summary>Makes a reader; nothing is asked yet.</summary>
    /// <param name="space">Id of the space, for example <c>phala-network.eth</c>.</param>
    /// <param name="options">Where and how to ask.</param>
    /// <param name="loggerFactory">Where failed tries are told.</param>
    public SnapshotHub(string space, SnapshotOptions options, ILoggerFactory loggerFactory)
    {
        this.space = space;
        this.options = options;
        client = new HubClient(options, loggerFactory.CreateLogger<SnapshotHub>());
    }

    /// <summary>Whether a text is an id of the hub.</summary>
    public static bool IsId(string text) => SnapshotId.Is(text);

    /// <summary>Checks that the hub has the space.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UnknownSpaceException">The hub has no such space.</exception>
    public async Task RequireSpaceAsync(CancellationToken cancellationToken)
    {
        var variables = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["space"] = space,
            ["first"] = 1,
            ["skip"] = 0,
            ["from"] = 0,
        };
        RequireSpace(await client.AskAsync(HubQueries.Listing, variables, cancellationToken));
    }

    /// <summary>Lists the proposals that the space has now.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UnknownSpaceException">The hub has no such space.</exception>
    public async Task<SnapshotListing> ListAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset? time = null;
        var listed = new List<ListedProposal>();
        var leftOut = new List<LeftOut>();
        var pages = PagesAsync(
            HubQueries.Listing,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["space"] = space },
            "proposals",
            cancellationToken
        );
        await foreach (var (answer, items, unread) in pages)
        {
            RequireSpace(answer);
            time ??= answer.Time;
            leftOut.AddRange(unread);
            listed.AddRange(Readable(items, ListedProposal.Read, leftOut));
        }

        return new SnapshotListing(time!.Value, listed, leftOut);
    }

    /// <summary>Reads proposals by their ids; those that the hub does not have any more are left out.</summary>
    /// <param name="ids">The ids, at most <see cref="SnapshotOptions.MostIn"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SnapshotProposals> ReadAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var answer = await client.AskAsync(HubQueries.Proposals, ById(ids), cancellationToken);
        var (items, nameless, _) = answer.List("proposals");
        var leftOut = new List<LeftOut>();
        var read = Readable(items, item => SnapshotProposal.Read(item.Json), leftOut)
            .DistinctBy(proposal => proposal.Listed.Id)
            .ToDictionary(proposal => proposal.Listed.Id, StringComparer.Ordinal);
        var unread = leftOut.DistinctBy(item => item.Name).ToDictionary(item => item.Name, item => item.Reason);
        if (nameless.Count > 0 && ids.Count == 1)
        {
            unread[ids[0]] = nameless[0].Reason;
        }
        else if (nameless.Count > 0)
        {
            // Asked for alone, each is known by its id.
            foreach (var id in ids.Where(id => !read.ContainsKey(id) && !unread.ContainsKey(id)))
            {
                foreach (var (_, reason) in (await ReadAsync([id], cancellationToken)).LeftOut)
                {
                    unread[id] = reason;
                }
            }
        }

        return new SnapshotProposals(read, unread);
    }

    /// <summary>Reads all votes on a proposal, the oldest first.</summary>
    /// <param name="proposalId">The hub's id of the proposal.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SnapshotVotes> ReadVotesAsync(string proposalId, CancellationToken cancellationToken)
    {
        DateTimeOffset? time = null;
        var votes = new List<SnapshotVote>();
        var leftOut = new List<LeftOut>();
        var pages = PagesAsync(
            HubQueries.Votes,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["proposal"] = proposalId },
            "votes",
            cancellationToken
        );
        await foreach (var (answer, items, unread) in pages)
        {
            time = answer.Time;
            leftOut.AddRange(unread);
            votes.AddRange(Readable(items, item => SnapshotVote.Read(proposalId, item.Json), leftOut));
        }

        return new SnapshotVotes(time!.Value, votes, [.. leftOut.Distinct()]);
    }

    /// <summary>
    /// Reads votes by their ids; those that the hub does not have any more are left out. A list read from a replica that is
    /// behind can lack a vote, so only this says that one is gone.
    /// </summary>
    /// <param name="proposalId">The hub's id of their proposal.</param>
    /// <param name="ids">The ids, any number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<SnapshotVote>> FindVotesAsync(
        string proposalId,
        IReadOnlyList<string> ids,
        CancellationToken cancellationToken
    )
    {
        var votes = new List<SnapshotVote>();
        foreach (var some in ids.Chunk(SnapshotOptions.MostIn))
        {
            var answer = await client.AskAsync(HubQueries.VotesById, ById(some), cancellationToken);
            votes.AddRange(Readable(answer.List("votes").Items, item => SnapshotVote.Read(proposalId, item.Json), []));
        }

        return votes;
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private async IAsyncEnumerable<(
        HubAnswer Answer,
        IReadOnlyList<HubObject> Items,
        IReadOnlyList<LeftOut> Unread
    )> PagesAsync(
        string query,
        Dictionary<string, object?> variables,
        string field,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (from, skip) = (0L, 0);
        while (true)
        {
            (variables["first"], variables["skip"], variables["from"]) = (options.PageSize, skip, from);
            var answer = await client.AskAsync(query, variables, cancellationToken);
            var (page, unread, count) = answer.List(field);
            yield return (answer, [.. page.Where(item => seen.Add(item.Id))], unread);
            if (count < options.PageSize)
            {
                yield break;
            }

            var last = page.Max(CreatedOf) ?? from;
            (from, skip) = last > from ? (last, 0) : (from, skip + options.PageSize);
            if (skip > SnapshotOptions.MostSkip)
            {
                throw new SnapshotDataException(
                    $"The hub has more than {SnapshotOptions.MostSkip + options.PageSize} {field} of second {from}, more than it lets anyone read."
                );
            }
        }
    }

    private static Dictionary<string, object?> ById(IReadOnlyList<string> ids) =>
        new(StringComparer.Ordinal) { ["ids"] = ids, ["first"] = SnapshotOptions.MostFirst };

    private static long? CreatedOf(HubObject item)
    {
        try
        {
            return item.Seconds("created");
        }
        catch (SnapshotDataException)
        {
            // It is left out where it is read; the others tell how far the page goes.
            return null;
        }
    }

    private static List<T> Readable<T>(IReadOnlyList<HubObject> items, Func<HubObject, T> read, List<LeftOut> leftOut)
    {
        var result = new List<T>(items.Count);
        foreach (var item in items)
        {
            try
            {
                result.Add(read(item));
            }
            catch (SnapshotDataException exception)
            {
                leftOut.Add(new LeftOut(item.Id, exception.Message));
            }
        }

        return result;
    }

    private void RequireSpace(HubAnswer answer)
    {
        if (!answer.Data.TryGetProperty("space", out var found) || found.ValueKind != JsonValueKind.Object)
        {
            throw new UnknownSpaceException(
                $"{options.Endpoints[0]} has no space '{space}'. Check the configured space; nothing was changed."
            );
        }
    }
}
