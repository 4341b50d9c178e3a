namespace Indexer.Simulator;

/// <summary>One user's part of the vote that the wrapped-balances pallet casts for all.</summary>
/// <param name="User">Whose it is.</param>
/// <param name="Aye">W-PHA for aye, in 10^-12; a tenth counts.</param>
/// <param name="Nay">W-PHA for nay, in 10^-12; a tenth counts.</param>
/// <param name="Height">The block of the user's last vote.</param>
public sealed record WrappedShare(AccountId User, UInt128 Aye, UInt128 Nay, long Height);
