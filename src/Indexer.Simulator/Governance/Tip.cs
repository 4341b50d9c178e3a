using System.Text;

namespace Indexer.Simulator.Governance;

/// <summary>A tip, open until a majority of the council tipped.</summary>
internal sealed class Tip(string reason, AccountId who, AccountId finder, UInt128 deposit, bool findersFee)
{
    public byte[] ReasonHash { get; } = Digests.Blake2b256(Encoding.ASCII.GetBytes(reason));

    public byte[] Hash => Digests.Blake2b256([.. ReasonHash, .. who.Bytes]);

    public string HashHex => Hex.Encode(Hash);

    public AccountId Who => who;

    public AccountId Finder => finder;

    public UInt128 Deposit => deposit;

    public bool FindersFee => findersFee;

    public string State { get; set; } = "Open";

    public bool IsOpen => State is "Open" or "Closing";

    public SortedDictionary<AccountId, UInt128> Tips { get; } = [];

    public long? Closes { get; set; }

    public UInt128? Payout { get; set; }

    public List<GovernanceStep> Steps { get; } = [];

    public TipBook Book() =>
        new(
            HashHex,
            reason,
            who,
            finder,
            deposit,
            findersFee,
            State,
            [.. Tips.Select(tip => (tip.Key, tip.Value))],
            Closes,
            Payout,
            [.. Steps]
        );
}
