using Indexer.Domain;
using Indexer.Evm;
using Indexer.Evm.Abi;

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
    private static readonly AbiFunction Delay = AbiFunction.Parse(
        "proofMaturityDelaySeconds() returns (uint256 seconds)"
    );
    private static readonly AbiFunction Period = AbiFunction.Parse(
        "FINALIZATION_PERIOD_SECONDS() returns (uint256 seconds)"
    );
    private static readonly AbiFunction Oracle = AbiFunction.Parse("l2Oracle() returns (address oracle)");

    public override IEnumerable<ContractCall> Calls(string role, EvmLog log, EvmEvent decoded) =>
        [DelayOf(log.Address), PeriodOf(log.Address)];

    public override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state) =>
        [
            new StateChange(
                state.Bridge.Withdrawal(context.Event.Bytes("withdrawalHash")) with
                {
                    ProvenHeight = context.Block.Height,
                    ProvenTime = context.Block.Time,
                    ProvenTransaction = context.Log.TransactionHash,
                    ReadyTime = Ready(context),
                }
            ),
        ];

    private static DateTimeOffset? Ready(EvmEventContext context)
    {
        var seconds =
            context.Answers.Number(DelayOf(context.Contract)) ?? context.Answers.Number(PeriodOf(context.Contract));
        // A delay of more than a hundred years is none that anybody waits for.
        return seconds is { } delay && delay < int.MaxValue ? context.Block.Time.AddSeconds((int)delay) : null;
    }

    private static ContractCall DelayOf(AccountId portal) => new(portal, Delay);

    /// <summary>Older portals leave it to the oracle of outputs (L2OutputOracle.sol).</summary>
    private static ContractCall PeriodOf(AccountId portal) => new(portal, Period, Through: Oracle);
}
