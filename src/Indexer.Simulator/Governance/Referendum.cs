namespace Indexer.Simulator.Governance;

/// <summary>A referendum while it lives, with what the books will tell of it.</summary>
internal sealed class Referendum(
    uint index,
    ProposedCall proposal,
    VoteThreshold threshold,
    long start,
    long end,
    uint delay
)
{
    public uint Index => index;

    public ProposedCall Proposal => proposal;

    public VoteThreshold Threshold => threshold;

    public long Start => start;

    public long End => end;

    public uint Delay => delay;

    public uint? PublicProposal { get; init; }

    public bool FastTracked { get; init; }

    public ReferendumState State { get; set; }

    public TallyBook Tally { get; set; } = new(0, 0, 0);

    public UInt128? ElectorateAtEnd { get; set; }

    public bool? Approved { get; set; }

    public long? EndedAt { get; set; }

    public long? EnactAt { get; set; }

    public long? EnactedAt { get; set; }

    public string? Error { get; set; }

    /// <summary>Whether the chain's storage has no entry of it any more.</summary>
    public bool IsForgotten { get; set; }

    public SortedDictionary<AccountId, (AccountVote Vote, long Height)> Votes { get; } = [];

    /// <summary>The votes as they counted at the end.</summary>
    public List<VoteBook>? Final { get; set; }

    /// <summary>Votes removed after the end.</summary>
    public Dictionary<AccountId, long> Removed { get; } = [];

    public SortedDictionary<AccountId, (UInt128 Aye, UInt128 Nay, long Height)> Wrapped { get; } = [];

    public List<VoteChange> History { get; } = [];

    public List<GovernanceStep> Steps { get; } = [];

    public ReferendumBook Book(GovernanceState state, UInt128 issuance) =>
        new(
            Index,
            proposal.HashHex,
            proposal.Call.FullName,
            PublicProposal,
            FastTracked,
            threshold,
            start,
            end,
            delay,
            State,
            Tally,
            ElectorateAtEnd ?? issuance,
            Approved,
            EnactAt,
            EndedAt,
            EnactedAt,
            Error,
            [.. (Final ?? Count(state)).Select(vote => vote with { RemovedAt = RemovedAt(vote.Voter) })],
            [.. History],
            [.. Steps]
        );

    public List<VoteBook> Count(GovernanceState state) =>
        [
            .. Votes.Select(entry =>
            {
                var (vote, height) = entry.Value;
                var own = vote.Own();
                return new VoteBook(
                    entry.Key,
                    vote,
                    height,
                    own.Ayes,
                    own.Nays,
                    vote is StandardVote ? state.DelegatedTo(entry.Key) : [],
                    entry.Key == Staking.Ledger.WrappedPallet ? Shares() : [],
                    null
                );
            }),
        ];

    private long? RemovedAt(AccountId voter) => Removed.TryGetValue(voter, out var height) ? height : null;

    private List<WrappedShare> Shares() =>
        [.. Wrapped.Select(share => new WrappedShare(share.Key, share.Value.Aye, share.Value.Nay, share.Value.Height))];
}
