namespace Indexer.Simulator;

/// <summary>A transfer of vPHA over the bridge, as both networks together know it at the end of the story.</summary>
/// <param name="IsDeposit">Whether it goes to the L2.</param>
/// <param name="From">Who sent.</param>
/// <param name="To">Who receives.</param>
/// <param name="Shares">Shares in 10^-18.</param>
/// <param name="Sent">The block that it left in, on the network of its sender.</param>
/// <param name="Proven">The block on Ethereum in which a withdrawal was proven; null when it was not.</param>
/// <param name="Failed">The block in which it could not be relayed; null when that did not happen.</param>
/// <param name="Arrived">The block in which it arrived; null while it is on its way.</param>
public sealed record BridgeBook(
    bool IsDeposit,
    EvmAddress From,
    EvmAddress To,
    UInt128 Shares,
    long Sent,
    long? Proven,
    long? Failed,
    long? Arrived
);
