using System.Security.Cryptography;
using System.Text;
using Indexer.Snapshot;

namespace Indexer.Ingestion;

/// <summary>What the hub had of one proposal at one look.</summary>
/// <param name="NativeId">The hub's id of the proposal.</param>
/// <param name="Proposal">The proposal; null when the hub has it no more.</param>
/// <param name="Votes">All votes on it.</param>
/// <param name="Time">When, by the hub's clock.</param>
public sealed record ProposalObservation(
    string NativeId,
    SnapshotProposal? Proposal,
    IReadOnlyList<SnapshotVote> Votes,
    DateTimeOffset Time
)
{
    /// <summary>Votes that cannot be read.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    /// <summary>Why the proposal, which the hub has, cannot be read; null when it can.</summary>
    public string? Unreadable { get; init; }

    /// <summary>A digest of a hash and of everything that was observed, as the hub wrote it.</summary>
    public byte[] HashAfter(ReadOnlySpan<byte> parent)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(parent);
        hash.AppendData(
            Encoding.UTF8.GetBytes(
                Proposal?.Json ?? (Unreadable is null ? $"deleted {NativeId}" : $"unreadable {NativeId}: {Unreadable}")
            )
        );
        foreach (var vote in Votes)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(vote.Json));
        }

        return hash.GetHashAndReset();
    }
}
