using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance.Collectives;

/// <summary>The motions of a collective, which events name by the hash of their call: at most one of a hash is open at a time.</summary>
internal static class Motions
{
    /// <summary>What one member weighs.</summary>
    public static readonly Pha Member = new(Pha.UnitsPerPha);

    /// <summary>Members by number.</summary>
    public static Pha Members(uint count) => new(count * Pha.UnitsPerPha);

    /// <summary>The body of a pallet.</summary>
    public static CollectiveBody Body(string pallet) =>
        pallet == "Council" ? CollectiveBody.Council : CollectiveBody.TechnicalCommittee;

    /// <summary>A member votes, or changes its vote.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="motion">The motion.</param>
    /// <param name="voter">The member.</param>
    /// <param name="isAye">Whether in favour.</param>
    /// <param name="ayes">Members in favour from now on, as the chain counts.</param>
    /// <param name="nays">Members against.</param>
    public static IEnumerable<Change> Vote(
        NetworkState state,
        string motion,
        AccountId voter,
        bool isAye,
        uint ayes,
        uint nays
    ) =>
        [
            new VoteEvent
            {
                ProposalId = motion,
                Voter = voter,
                Action = state.Governance.Votes.Find((motion, voter, VoteKind.Direct)) is null
                    ? VoteAction.Cast
                    : VoteAction.Replaced,
                Choice = isAye ? VoteChoice.Aye : VoteChoice.Nay,
                Balance = Member,
                Ayes = isAye ? Member : Pha.Zero,
                Nays = isAye ? Pha.Zero : Member,
            },
            new ProposalChange(
                motion,
                before => before with { StatedAyes = Members(ayes), StatedNays = Members(nays) }
            ),
        ];

    /// <summary>The open motion that an event names.</summary>
    /// <exception cref="UnknownStateException">No indexed event made it.</exception>
    public static ProposalState Open(SubstrateEvent raised, NetworkState state) =>
        OfStatus(raised, state, ProposalStatus.Active)
        ?? throw new UnknownProposalException(
            $"{raised.Pallet}.{raised.Name} names a motion {raised.Fields.Hash("proposal_hash")}, which no indexed event made. "
                + "Index from before it (startBlock)."
        );

    /// <summary>The motion that an event names, when it stands where the status says.</summary>
    public static ProposalState? OfStatus(SubstrateEvent raised, NetworkState state, ProposalStatus status)
    {
        var prefix = ProposalIds.Motion(Body(raised.Pallet), 0)[..^1];
        return state
            .Governance.ProposalsOfHash(raised.Fields.Hash("proposal_hash"))
            .FirstOrDefault(proposal =>
                proposal.Status == status && proposal.ProposalId.StartsWith(prefix, StringComparison.Ordinal)
            );
    }
}
