using Indexer.Domain;
using Indexer.Handlers.Bridge.StandardBridge;

namespace Indexer.Handlers.Bridge.OptimismPortal;

/// <summary>
/// WithdrawalFinalized: Ethereum carried out a withdrawal, once and for all. When it failed in the messenger, its tokens come later, by
/// another transaction that names no withdrawal (CrossDomainMessenger.sol, relayMessage).
/// </summary>
internal sealed class WithdrawalFinalizedHandler()
    : EvmHandler("WithdrawalFinalized(bytes32 indexed withdrawalHash, bool success)", ContractRoles.OptimismPortal)
{
    public override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state)
    {
        var hash = context.Event.Bytes("withdrawalHash");
        yield return new StateChange(
            state.Bridge.Withdrawal(hash) with
            {
                FinalizedHeight = context.Block.Height,
                FinalizedTime = context.Block.Time,
                FinalizedTransaction = context.Log.TransactionHash,
                Succeeded = context.Event.Bool("success"),
            }
        );
        if (TransferOfTransaction.Unnamed(context, state) is { } transfer)
        {
            yield return new StateChange(transfer with { WithdrawalHash = hash });
        }
    }
}
