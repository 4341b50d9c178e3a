using Indexer.Domain;

namespace Indexer.Handlers.Bridge.OptimismPortal;

/// <summary>
/// WithdrawalProven: somebody proved to Ethereum that the L2 initiated a withdrawal; its waiting time begins. It may be proven
/// again, and the last proof counts (OptimismPortal.sol).
/// </summary>
internal sealed class WithdrawalProvenHandler()
    : EvmHandler(
        "WithdrawalProven(bytes32 indexed withdrawalHash, address indexed from, address indexed to)",
        ContractRoles.OptimismPortal
    )
{
    public override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state) =>
        [
            new StateChange(
                state.Bridge.Withdrawal(context.Event.Bytes("withdrawalHash")) with
                {
                    ProvenHeight = context.Block.Height,
                    ProvenTime = context.Block.Time,
                    ProvenTransaction = context.Log.TransactionHash,
                }
            ),
        ];
}
