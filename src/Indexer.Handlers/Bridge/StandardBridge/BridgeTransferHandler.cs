using Indexer.Addresses;
using Indexer.Domain;
using Indexer.Evm;

namespace Indexer.Handlers.Bridge.StandardBridge;

/// <summary>
/// A transfer of a token by a standard bridge of the OP stack (StandardBridge.sol), seen on one of its two networks. Anybody may bridge any token, so
/// only the indexed ones make rows.
/// </summary>
/// <param name="side">What happened on this network.</param>
/// <param name="declaration">The event as declared in Solidity.</param>
internal abstract class BridgeTransferHandler(BridgeSide side, string declaration)
    : EvmHandler(declaration, ContractRoles.L1StandardBridge, ContractRoles.L2StandardBridge)
{
    public sealed override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state)
    {
        var (values, token) = (context.Event, context.Event.Address("localToken"));
        if (!ContractRoles.IsVaultShare(context.Roles.GetValueOrDefault(token)))
        {
            return [];
        }

        var isL1 = context.Role == ContractRoles.L1StandardBridge;
        var direction = isL1 == (side == BridgeSide.Initiated) ? BridgeDirection.Deposit : BridgeDirection.Withdrawal;
        var remote = values.Address("remoteToken");
        var message = Message(values, isL1 ? (token, remote) : (remote, token));
        var transfer = new BridgeTransfer
        {
            EventHeight = context.Block.Height,
            EventIndex = context.Log.LogIndex,
            Direction = direction,
            Side = side,
            Message = message,
            Number = state.Bridge.CountOf(direction, message) + 1,
            Token = token,
            RemoteToken = remote,
            Sender = values.Address("from"),
            Receiver = values.Address("to"),
            Amount = context.Amount("amount"),
            EventTime = context.Block.Time,
            Transaction = context.Log.TransactionHash,
        };
        return [new StateChange(transfer), .. Link(transfer, context)];
    }

    /// <summary>
    /// A move to another address, told once, where it was initiated: shown, but no proof that both belong to one person. What contracts
    /// of the index send, such as claims, is no move of a person.
    /// </summary>
    private static IEnumerable<Change> Link(BridgeTransfer transfer, EvmEventContext context) =>
        transfer.Side == BridgeSide.Initiated
        && transfer.Sender != transfer.Receiver
        && transfer.Receiver != EvmAccounts.Zero
        && !context.Roles.ContainsKey(transfer.Sender)
        && !context.Roles.ContainsKey(transfer.Receiver)
            ?
            [
                new AccountLink
                {
                    Sender = transfer.Sender,
                    Account = transfer.Receiver,
                    Kind = AccountLinkKind.BridgeMove,
                    NotMerged = NotMergedReason.BridgeMove,
                },
            ]
            : [];

    /// <summary>What both networks know of a transfer, hashed (<see cref="BridgeTransfer.Message"/>).</summary>
    private static byte[] Message(EvmEvent values, (AccountId L1, AccountId L2) tokens) =>
        Keccak256.Hash([
            .. Word(tokens.L1),
            .. Word(tokens.L2),
            .. Word(values.Address("from")),
            .. Word(values.Address("to")),
            .. Word(values.UInt256("amount").ToByteArray(isUnsigned: true, isBigEndian: true)),
            .. Keccak256.Hash(values.Bytes("extraData")),
        ]);

    private static byte[] Word(AccountId account) => Word(account.ToArray());

    private static byte[] Word(byte[] value) => [.. new byte[Keccak256.Length - value.Length], .. value];
}
