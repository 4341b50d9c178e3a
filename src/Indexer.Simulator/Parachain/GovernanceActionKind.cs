namespace Indexer.Simulator.Parachain;

/// <summary>What the citizens may try in a block. An action that is not possible leaves no trace.</summary>
internal enum GovernanceActionKind
{
    Wrap,
    AddProxy,
    Propose,
    Second,
    Vote,
    VoteInBatch,
    VoteByProxy,
    VoteWrapped,
    VoteOnTheEdge,
    RemoveVote,
    RemoveOldVote,
    RemoveOtherVote,
    Delegate,
    Undelegate,
    Unlock,
    FailingVote,
    FailingBatch,
    CouncilPropose,
    CouncilVote,
    CouncilClose,
    CouncilCancel,
    CommitteePropose,
    CommitteeVote,
    CommitteeClose,
    CommitteeExecute,
    CommitteeVeto,
}
