using Indexer.Domain;

namespace Indexer.Handlers.Bridge.StandardBridge;

/// <summary>Finds the bridge transfer that a later log of the same transaction speaks of.</summary>
internal static class TransferOfTransaction
{
    /// <summary>
    /// The last transfer of the transaction before the log, if nothing named its withdrawal yet. The bridge hands every
    /// withdrawal to the message passer before it turns to the next one, and the portal states that it is final right after it carried it out.
    /// </summary>
    public static BridgeTransfer? Unnamed(EvmEventContext context, NetworkState state) =>
        Last(context, state) is { WithdrawalHash: null, Direction: BridgeDirection.Withdrawal } transfer
            ? transfer
            : null;

    /// <summary>
    /// The last transfer that left in the transaction before the log, if no message of it is known yet. The bridge hands every
    /// transfer to the messenger before it turns to the next one.
    /// </summary>
    public static BridgeTransfer? Unsent(EvmEventContext context, NetworkState state) =>
        Last(context, state) is { MessageHash: null, Side: BridgeSide.Initiated } transfer ? transfer : null;

    /// <summary>
    /// The last transfer that came in the transaction before the log, if the message that brought it is not known yet. The messenger states that it relayed a message
    /// right after the call that the message asked for.
    /// </summary>
    public static BridgeTransfer? Brought(EvmEventContext context, NetworkState state) =>
        Last(context, state) is { MessageHash: null, Side: BridgeSide.Finalized } transfer ? transfer : null;

    private static BridgeTransfer? Last(EvmEventContext context, NetworkState state) =>
        context
            .EarlierInTransaction()
            .Select(earlier => state.Bridge.Transfers.Find((earlier.Block.Height, earlier.Log.LogIndex)))
            .FirstOrDefault(transfer => transfer is not null);
}
