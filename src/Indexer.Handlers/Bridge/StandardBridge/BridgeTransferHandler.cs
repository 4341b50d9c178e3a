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
            RewardIndex = isL1 && state.Pools.ContainsKey($"{token}") ? state.Pool($"{token}").State.RewardIndex : null,
        };
        return
        [
            new StateChange(transfer),
            .. isL1 ? [] : Backing($"{token}", $"{remote}", state),
            .. Link(transfer, context),
        ];
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

    /// <summary>
    /// What the shares on the L2 are shares of: the bridge states it with every transfer. An Optimism token names its remote token once and for all
    /// (OptimismMintableERC20.sol), so the first statement holds.
    /// </summary>
    private static IEnumerable<Change> Backing(string poolId, string remote, NetworkState state)
    {
        if (state.Pools.ContainsKey(poolId) && state.Pool(poolId).State.BackingPoolId is null)
        {
            yield return new PoolChange(poolId, pool => pool with { BackingPoolId = remote });
        }
    }

    /// <summary>What both networks know of a transfer, hashed (<see cref="BridgeTransfer.Message"/>).</summary>
    private static byte[] Message(EvmEvent values, (AccountId L1, AccountId L2) tokens) =>
        Keccak256.Hash([
            .. AbiWord.Of(tokens.L1),
            .. AbiWord.Of(tokens.L2),
            .. AbiWord.Of(values.Address("from")),
            .. AbiWord.Of(values.Address("to")),
            .. AbiWord.Of(values.UInt256("amount")),
            .. Keccak256.Hash(values.Bytes("extraData")),
        ]);
}
