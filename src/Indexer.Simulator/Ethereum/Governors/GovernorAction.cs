namespace Indexer.Simulator.Ethereum.Governors;

/// <summary>What somebody may try with the governors. An action that is not possible leaves no trace.</summary>
internal enum GovernorAction
{
    DeployByBlocks,
    DeployBySeconds,
    HandOut,
    ProposeEdges,
    VoteEdges,
    Delegate,
    Transfer,
    Mint,
    Burn,
    Propose,
    Vote,
    Queue,
    Execute,
    Cancel,
    ChangeQuorum,
    ExecuteAlone,
    CancelAlone,
}
