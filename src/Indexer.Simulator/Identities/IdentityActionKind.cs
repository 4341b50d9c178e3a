namespace Indexer.Simulator.Identities;

/// <summary>What somebody may try about identities. An action that is not possible leaves no trace.</summary>
internal enum IdentityActionKind
{
    AddRegistrar,
    MoveRegistrar,
    Set,
    Clear,
    Kill,
    Ask,
    Judge,
    SetSubs,
    AddSub,
    RenameSub,
    RemoveSub,
    QuitSub,
}
