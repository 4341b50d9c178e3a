using System.Text;

namespace Indexer.Simulator.Ethereum.Governors;

/// <summary>OpenZeppelin's TimelockController: anybody executes what is due, the steward may cancel.</summary>
internal sealed class TimelockController(EvmAddress address, ulong delay) : Timelock(address, delay)
{
    private const ulong Unset = 0;
    private const ulong Done = 1;

    public void Initialize(EthereumRun run, EvmAddress admin)
    {
        Grant(run, new byte[32], Address, admin);
        Grant(run, new byte[32], admin, admin);
        run.Emit(Address, GovernorEvents.MinDelayChange, 0, Delay);
        Grant(run, Role("EXECUTOR_ROLE"), EvmAddress.Zero, admin);
        Grant(run, Role("CANCELLER_ROLE"), Address, admin);
    }

    /// <summary>Lets an account schedule and cancel.</summary>
    public void Admit(EthereumRun run, EvmAddress account, EvmAddress admin)
    {
        Grant(run, Role("PROPOSER_ROLE"), account, admin);
        Grant(run, Role("CANCELLER_ROLE"), account, admin);
    }

    public override byte[] Queue(EthereumRun run, EvmAddress governor, ProposalActions actions)
    {
        var id = actions.Operation(governor);
        Set(run, id, run.Time + Delay);
        for (var index = 0; index < actions.Targets.Count; index++)
        {
            run.Emit(
                Address,
                GovernorEvents.CallScheduled,
                id,
                index,
                actions.Targets[index],
                actions.Values[index],
                actions.Data[index],
                new byte[32],
                Delay
            );
        }
        run.Emit(Address, GovernorEvents.CallSalt, id, actions.Salt(governor));
        return id;
    }

    public override void Execute(EthereumRun run, EvmAddress governor, ProposalActions actions)
    {
        var id = actions.Operation(governor);
        for (var index = 0; index < actions.Targets.Count; index++)
        {
            run.Emit(
                Address,
                GovernorEvents.CallExecuted,
                id,
                index,
                actions.Targets[index],
                actions.Values[index],
                actions.Data[index]
            );
        }
        Set(run, id, Done);
    }

    public override void Cancel(EthereumRun run, byte[]? operation)
    {
        Set(run, operation!, Unset);
        run.Emit(Address, GovernorEvents.Cancelled, operation!);
    }

    public override GovernorProposalState StateOf(
        EthereumRecords records,
        GovernorProposal queued,
        long height,
        ulong time
    ) =>
        records.Operations.TryAt((Address, Hex.Encode(queued.Operation)), height, out var due) && due != Unset
            ? due == Done
                ? GovernorProposalState.Executed
                : GovernorProposalState.Queued
            : GovernorProposalState.Canceled;

    private static byte[] Role(string name) => Digests.Keccak256(Encoding.ASCII.GetBytes(name));

    private void Grant(EthereumRun run, byte[] role, EvmAddress account, EvmAddress sender) =>
        run.Emit(Address, GovernorEvents.RoleGranted, role, account, sender);

    private void Set(EthereumRun run, byte[] operation, ulong due) =>
        run.Records.Operations.Set((Address, Hex.Encode(operation)), run.Height, due);
}
