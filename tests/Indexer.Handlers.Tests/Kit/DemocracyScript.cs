using Indexer.Domain;
using Indexer.Substrate;

namespace Indexer.Handlers.Tests.Kit;

/// <summary>The events and calls of pallet_democracy, as a runtime of polkadot 0.9.32 or later has them.</summary>
internal static class DemocracyScript
{
    public const string Democracy = "Democracy";

    /// <summary>The account "wpha/", zero-padded: spelled in bytes, not taken from the code under test.</summary>
    public static readonly AccountId Wrapped = new(Convert.FromHexString("777068612F".PadRight(64, '0')));

    public static Chain Start(this Chain chain, int index) =>
        chain.Emit(Democracy, "Started", ("ref_index", index), ("threshold", Case("SimpleMajority")));

    public static Chain Votes(
        this Chain chain,
        AccountId voter,
        int index,
        bool aye,
        int conviction,
        UInt128 balance
    ) => chain.Voted(voter, index, Case("Standard", ("vote", (aye ? 0x80 : 0) | conviction), ("balance", balance)));

    public static Chain Splits(this Chain chain, AccountId voter, int index, UInt128 aye, UInt128 nay) =>
        chain.Voted(voter, index, Case("Split", ("aye", aye), ("nay", nay)));

    public static Chain WrappedVote(this Chain chain, AccountId user, int index, UInt128 aye, UInt128 nay) =>
        chain.Emit(
            "PhalaWrappedBalances",
            "Voted",
            ("user", user),
            ("vote_id", index),
            ("aye_amount", aye),
            ("nay_amount", nay)
        );

    public static Chain Delegates(
        this Chain chain,
        AccountId who,
        AccountId target,
        string conviction,
        UInt128 balance
    ) =>
        chain
            .By(who, Democracy, "delegate", ("conviction", Case(conviction)), ("balance", balance))
            .Emit(Democracy, "Delegated", ("who", who), ("target", target));

    public static Chain Propose(this Chain chain, int index, byte[] hash, UInt128 deposit) =>
        chain
            .By(Given.Alice, Democracy, "propose", ("proposal", Case("Legacy", ("hash", hash))), ("value", deposit))
            .Emit(Democracy, "Proposed", ("proposal_index", index), ("deposit", deposit));

    public static ScaleValue Case(string name, params (string Name, object Value)[] fields) =>
        new ScaleVariant(name, Scale.Fields(fields));

    private static Chain Voted(this Chain chain, AccountId voter, int index, ScaleValue vote) =>
        chain.Emit(Democracy, "Voted", ("voter", voter), ("ref_index", index), ("vote", vote));
}
