namespace Indexer.Simulator.Mining;

/// <summary>What somebody may try in a block of a chain with stake pools of the first version.</summary>
internal enum MiningActionKind
{
    CreatePool,
    SetCommission,
    SetCapacity,
    AddWorker,
    RemoveWorker,
    StartWorker,
    RestartWorker,
    StopWorker,
    ReclaimWorker,
    WorkerResponse,
    Settle,
    Contribute,
    Withdraw,
    Claim,
    ClaimStaker,
    ClaimOwner,
    AddToWhitelist,
    RemoveFromWhitelist,
}
