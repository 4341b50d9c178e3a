namespace Indexer.Domain;

/// <summary>The governance of one network as handlers read it.</summary>
public sealed class GovernanceState
{
    private readonly StateTable<string, ProposalState> proposals = new(row => row.ProposalId);
    private readonly StateTable<string, ProposalText> texts = new(row => row.ProposalId);
    private readonly StateTable<(string, int), ProposalChoice> choices = new(row => (row.ProposalId, row.Choice));
    private readonly StateTable<(string, AccountId, VoteKind), Vote> votes = new(row =>
        (row.ProposalId, row.Voter, row.Kind)
    );
    private readonly StateTable<(string, AccountId), VoteDelegation> delegations = new(row =>
        (row.Scope, row.Delegator)
    );
    private readonly StateTable<(CollectiveBody, AccountId), CollectiveMember> members = new(row =>
        (row.Body, row.Account)
    );
    private readonly StateTable<AccountId, ElectionVote> electionVotes = new(row => row.Voter);
    private readonly StateTable<(AccountId, AccountId), VotingPower> powers = new(row => (row.Token, row.Account));
    private readonly StateTable<(string, AccountId), SnapshotTokens> snapshots = new(row =>
        (row.ProposalId, row.Account)
    );
    private readonly StateIndex<string, (string, AccountId), SnapshotTokens> snapshotsByProposal;
    private readonly StateTable<string, Preimage> preimages = new(row => row.Hash);
    private readonly StateIndex<string, (string, AccountId, VoteKind), Vote> votesByProposal;
    private readonly StateIndex<AccountId, (string, AccountId, VoteKind), Vote> votesByVoter;
    private readonly StateIndex<string, (string, int), ProposalChoice> choicesByProposal;
    private readonly StateIndex<(string, AccountId), (string, AccountId), VoteDelegation> delegationsByDelegate;
    private readonly StateIndex<CollectiveBody, (CollectiveBody, AccountId), CollectiveMember> membersByBody;
    private readonly StateIndex<string, string, ProposalState> proposalsByHash;
    private readonly StateIndex<ProposalStatus, string, ProposalState> proposalsByStatus;

    /// <summary>Creates the empty state.</summary>
    public GovernanceState()
    {
        Tables = [proposals, texts, choices, votes, delegations, members, electionVotes, powers, snapshots, preimages];
        votesByProposal = new(votes, row => row.ProposalId);
        votesByVoter = new(votes, row => row.Voter);
        choicesByProposal = new(choices, row => row.ProposalId);
        delegationsByDelegate = new(delegations, row => (row.Scope, row.Delegate));
        membersByBody = new(members, row => row.Body);
        proposalsByHash = new(proposals, row => row.Hash ?? "");
        proposalsByStatus = new(proposals, row => row.Status);
        snapshotsByProposal = new(snapshots, row => row.ProposalId);
    }

    /// <summary>The versioned tables, for loading and committing.</summary>
    public IReadOnlyList<IVersionedTable> Tables { get; }

    /// <summary>Where proposals stand, by id.</summary>
    public IStateTable<string, ProposalState> Proposals => proposals;

    /// <summary>What proposals say, by id.</summary>
    public IStateTable<string, ProposalText> Texts => texts;

    /// <summary>Votes in force, by proposal, voter and kind.</summary>
    public IStateTable<(string ProposalId, AccountId Voter, VoteKind Kind), Vote> Votes => votes;

    /// <summary>Delegations of votes in force, by scope and delegator.</summary>
    public IStateTable<(string Scope, AccountId Delegator), VoteDelegation> Delegations => delegations;

    /// <summary>Members, runners-up and candidates, by body and account.</summary>
    public IStateTable<(CollectiveBody Body, AccountId Account), CollectiveMember> Members => members;

    /// <summary>Standing votes in elections, by voter.</summary>
    public IStateTable<AccountId, ElectionVote> ElectionVotes => electionVotes;

    /// <summary>Tokens and votes of accounts, by voting token and account.</summary>
    public IStateTable<(AccountId Token, AccountId Account), VotingPower> VotingPowers => powers;

    /// <summary>Tokens at the snapshots of proposals, by proposal and account; only those that changed since.</summary>
    public IStateTable<(string ProposalId, AccountId Account), SnapshotTokens> SnapshotTokens => snapshots;

    /// <summary>What the chain was given for hashes, by hash.</summary>
    public IStateTable<string, Preimage> Preimages => preimages;

    /// <summary>Where a proposal stands.</summary>
    /// <exception cref="UnknownStateException">No event made the proposal.</exception>
    public ProposalState Proposal(string id) =>
        proposals.Find(id)
        ?? throw new UnknownProposalException(
            $"Proposal {id} is unknown: no indexed event made it. Index from before it (startBlock)."
        );

    /// <summary>The proposals whose voting can still go on, ordered by id.</summary>
    public IReadOnlyList<ProposalState> OpenProposals =>
        [
            .. ProposalsOfStatus(ProposalStatus.Pending)
                .Concat(ProposalsOfStatus(ProposalStatus.Active))
                .OrderBy(row => row.ProposalId, StringComparer.Ordinal),
        ];

    /// <summary>The proposals that stand where the status says, ordered by id.</summary>
    public IReadOnlyList<ProposalState> ProposalsOfStatus(ProposalStatus status) => proposalsByStatus.Find(status);

    /// <summary>The tokens at the snapshot of a proposal that changed since.</summary>
    public IReadOnlyList<SnapshotTokens> SnapshotTokensOf(string proposalId) => snapshotsByProposal.Find(proposalId);

    /// <summary>All proposals, by status.</summary>
    public IReadOnlyList<ProposalState> AllProposals =>
        [.. Enum.GetValues<ProposalStatus>().SelectMany(ProposalsOfStatus)];

    /// <summary>The proposals that events name by a hash, ordered by id; several of one system may have had it one after the other.</summary>
    public IReadOnlyList<ProposalState> ProposalsOfHash(string hash) => proposalsByHash.Find(hash);

    /// <summary>The votes on a proposal.</summary>
    public IReadOnlyList<Vote> VotesOn(string proposalId) => votesByProposal.Find(proposalId);

    /// <summary>The votes of an account on all proposals.</summary>
    public IReadOnlyList<Vote> VotesOf(AccountId voter) => votesByVoter.Find(voter);

    /// <summary>The choices of a proposal in their order.</summary>
    public IReadOnlyList<ProposalChoice> ChoicesOf(string proposalId) => choicesByProposal.Find(proposalId);

    /// <summary>The delegations to an account, ordered by delegator.</summary>
    public IReadOnlyList<VoteDelegation> DelegationsTo(string scope, AccountId delegated) =>
        delegationsByDelegate.Find((scope, delegated));

    /// <summary>The members, runners-up and candidates of a body, ordered by account.</summary>
    public IReadOnlyList<CollectiveMember> MembersOf(CollectiveBody body) => membersByBody.Find(body);
}
