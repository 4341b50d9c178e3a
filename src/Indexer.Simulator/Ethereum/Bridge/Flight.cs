namespace Indexer.Simulator.Ethereum.Bridge;

/// <summary>A transfer over the bridge and how far it has come. Blocks of equal height on both networks happen one after the other.</summary>
internal sealed class Flight(BridgeMessage message, EvmAddress from, EvmAddress to, UInt128 shares, long sent)
{
    public BridgeMessage Message => message;

    public EvmAddress From => from;

    public EvmAddress To => to;

    public UInt128 Shares => shares;

    /// <summary>The block that it left in.</summary>
    public long Sent => sent;

    /// <summary>The block on Ethereum in which a withdrawal was proven.</summary>
    public long? Proven { get; set; }

    /// <summary>The block in which it could not be relayed.</summary>
    public long? Failed { get; set; }

    /// <summary>The block in which it arrived.</summary>
    public long? Arrived { get; set; }

    /// <summary>The same as it left.</summary>
    public Flight AtItsBeginning() => new(message, from, to, shares, sent);
}
