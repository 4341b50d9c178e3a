using System.Security.Cryptography;
using System.Text;
using Indexer.Addresses;
using Indexer.Domain;
using Indexer.Snapshot;
using Microsoft.Extensions.Logging;

namespace Indexer.Ingestion;

/// <summary>
/// Indexes a Snapshot space. It has no chain, so looking at it makes one: each look at a proposal that found changes is a
/// block, whose height is the second of the look by the hub's clock (the one after the block before where that is later), and whose
/// hash covers the one before and all that was seen. In each step all proposals are listed, and those are read anew, with
/// all their votes, of which anything can have changed. Nothing seen is taken back, so every block is final.
/// </summary>
/// <param name="settings">The network.</param>
/// <param name="hub">Reads its space.</param>
/// <param name="rules">What is seen there means.</param>
/// <param name="database">Where it goes.</param>
/// <param name="progress">Told of every step.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">For people who run it.</param>
public sealed class SnapshotIngestion(
    NetworkSettings settings,
    SnapshotHub hub,
    ISpaceRules rules,
    IngestionDatabase database,
    IProgress<IngestionProgress> progress,
    TimeProvider timeProvider,
    ILogger<SnapshotIngestion> logger
) : IngestionLoop(settings, database, progress, timeProvider, logger)
{
    private readonly HashSet<(string Id, string Reason)> told = [];

    private string Space => Settings.Space!;

    private protected override async Task<Network> VerifyAsync(CancellationToken cancellationToken)
    {
        await hub.RequireSpaceAsync(cancellationToken);
        return Settings.ToNetwork();
    }

    private protected override async Task<bool> StepAsync(
        NetworkCommitter committer,
        bool untilHead,
        CancellationToken cancellationToken
    )
    {
        var listing = await hub.ListAsync(cancellationToken);
        if (Status.Target is null)
        {
            // Seconds since 1970 are no progress: it is counted from where this run begins.
            Status.Start = committer.Cursor?.Height ?? listing.Time.ToUnixTimeSeconds();
        }

        Status.Target = Math.Max(listing.Time.ToUnixTimeSeconds(), committer.Cursor?.Height ?? 0);
        await Status.SetAsync(
            committer.Cursor is null ? IngestionState.Backfill : IngestionState.Live,
            cancellationToken
        );
        var marked = await Database.DueRechecksAsync(Settings.Name, cancellationToken);
        var unsettled = rules.Unsettled(listing.Proposals, committer.Ledger.State.Governance);
        if (listing.LeftOut.Count > 0)
        {
            // What is not listed may be what cannot be read of the list, so it is not gone.
            var listed = listing.Proposals.Select(proposal => proposal.Id).ToHashSet(StringComparer.Ordinal);
            unsettled =
            [
                .. unsettled.Where(listed.Contains),
                .. listing.LeftOut.Select(item => item.Name).Where(SnapshotHub.IsId),
            ];
        }

        var again = marked.Select(id => id[rules.IdOf("").Length..]).Except(unsettled, StringComparer.Ordinal);
        foreach (var ids in unsettled.Concat(again).Chunk(SnapshotOptions.MostIn))
        {
            var proposals = await hub.ReadAsync(ids, cancellationToken);
            foreach (var id in ids)
            {
                var observation = await LookAsync(
                    committer.Ledger.State.Governance,
                    id,
                    proposals,
                    listing,
                    cancellationToken
                );
                if (observation.Unreadable is { } reason && !told.Add((id, reason)))
                {
                    continue;
                }

                await CommitAsync(committer, observation, cancellationToken);
            }
        }

        foreach (var id in marked)
        {
            await Database.RecheckedAsync(Settings.Name, id, cancellationToken);
        }

        Status.Target = committer.Cursor?.Height;
        Status.Heads = committer.Cursor is { } last ? Heads(last) : null;
        await Status.SetAsync(IngestionState.Live, cancellationToken);
        if (untilHead)
        {
            return false;
        }

        await Task.Delay(Settings.PollInterval, Time, cancellationToken);
        return true;
    }

    private static ChainHeads Heads(Cursor cursor)
    {
        var head = new BlockRef(cursor.Height, cursor.Hash);
        return new ChainHeads(head, head);
    }

    private async Task<ProposalObservation> LookAsync(
        GovernanceState governance,
        string id,
        SnapshotProposals proposals,
        SnapshotListing listing,
        CancellationToken cancellationToken
    )
    {
        if (proposals.LeftOut.GetValueOrDefault(id) is { } reason)
        {
            Logger.LogWarning("{Network}: proposal {Proposal} is left out: {Reason}", Settings.Name, id, reason);
            return new ProposalObservation(id, Proposal: null, [], listing.Time) { Unreadable = reason };
        }

        var proposal = proposals.ById.GetValueOrDefault(id);
        var known = governance.VotesOn(rules.IdOf(id));
        if (proposal is null || (proposal.Listed.State == SnapshotState.Pending && known.Count == 0))
        {
            return new ProposalObservation(id, proposal, [], listing.Time);
        }

        var votes = await hub.ReadVotesAsync(id, cancellationToken);
        var missing = await FindUnlistedAsync(known, id, votes.Votes, cancellationToken);
        return new ProposalObservation(id, proposal, [.. votes.Votes, .. missing], votes.Time)
        {
            LeftOut = votes.LeftOut,
        };
    }

    /// <summary>The votes that the index has and the hub still has, though its list of the votes lacks their voters.</summary>
    private async Task<IReadOnlyList<SnapshotVote>> FindUnlistedAsync(
        IReadOnlyList<Vote> known,
        string id,
        IReadOnlyList<SnapshotVote> listed,
        CancellationToken cancellationToken
    )
    {
        var voters = listed
            .Select(vote => EvmAddress.TryParse(vote.Voter, out var voter) ? voter : (AccountId?)null)
            .ToHashSet();
        var unlisted = known.Where(vote => !voters.Contains(vote.Voter)).Select(vote => vote.NativeId!).ToList();
        return await hub.FindVotesAsync(id, unlisted, cancellationToken);
    }

    private async Task CommitAsync(
        NetworkCommitter committer,
        ProposalObservation observation,
        CancellationToken cancellationToken
    )
    {
        var changes = rules.Handle(Space, observation, committer.Ledger.State.Governance);
        if (changes.Count == 0)
        {
            return;
        }

        var parent = committer.Cursor?.Hash ?? SHA256.HashData(Encoding.UTF8.GetBytes(Space));
        var height = Math.Max(observation.Time.ToUnixTimeSeconds(), (committer.Cursor?.Height ?? 0) + 1);
        var header = new BlockHeader(
            height,
            observation.HashAfter(parent),
            parent,
            DateTimeOffset.FromUnixTimeSeconds(height),
            SpecVersion: null
        );
        Apply(committer.Ledger, changes, header);
        var segment = new ExecutedSegment(height, header, [new ExecutedBlock(header, changes.Count)]);
        await committer.CommitAsync(segment, height, cancellationToken);
        Status.Cursor = committer.Cursor;
        Status.Heads = Heads(committer.Cursor!);
        await Status.SetAsync(Status.Last.State, cancellationToken);
    }

    private static void Apply(NetworkLedger ledger, IReadOnlyList<Change> changes, BlockHeader header)
    {
        for (var index = 0; index < changes.Count; index++)
        {
            try
            {
                ledger.Apply(changes[index], new EventPlace(header, index, Transaction: null, Extrinsic: null));
            }
            catch (OverflowException)
            {
                // Each weight fits, but no sum of weights of PHA comes near the end of Int128.
                throw new UnknownStateException(
                    $"Change {index} of observation {header.Height} makes sums that are far beyond the supply of PHA. Check the space's strategies."
                );
            }
        }

        ledger.EndBlock(header.Height);
    }
}
