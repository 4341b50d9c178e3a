namespace Indexer.Simulator;

/// <summary>A tip after a block.</summary>
/// <param name="Hash">Its <c>0x</c> hash.</param>
/// <param name="Reason">What for.</param>
/// <param name="Who">Who is tipped.</param>
/// <param name="Finder">Who reported it, or the first tipper.</param>
/// <param name="Deposit">What the finder put down, in 10^-12; zero when a tipper began.</param>
/// <param name="FindersFee">Whether the finder gets a fifth.</param>
/// <param name="State"><c>Open</c>, <c>Closing</c>, <c>Closed</c>, <c>Retracted</c> or <c>Slashed</c>.</param>
/// <param name="Tips">The council members' tips; no event tells of them.</param>
/// <param name="Closes">The block from which it can be closed.</param>
/// <param name="Payout">What was paid to the tipped one.</param>
/// <param name="Steps">The timeline.</param>
public sealed record TipBook(
    string Hash,
    string Reason,
    AccountId Who,
    AccountId Finder,
    UInt128 Deposit,
    bool FindersFee,
    string State,
    IReadOnlyList<(AccountId Tipper, UInt128 Value)> Tips,
    long? Closes,
    UInt128? Payout,
    IReadOnlyList<GovernanceStep> Steps
);
