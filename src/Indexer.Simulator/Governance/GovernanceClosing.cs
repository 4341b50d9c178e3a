using Indexer.Simulator.Identities;
using Indexer.Simulator.Mining;
using Indexer.Simulator.Scale;
using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Governance;

/// <summary>The end of a block: what changed goes into the books, and into the storage that the node serves.</summary>
internal static class GovernanceClosing
{
    public static void Write(BlockRun run, Runtime stateRuntime)
    {
        var (state, records) = (run.Governance, run.Records.Governance);
        foreach (var changed in state.Changed)
        {
            Book(run, changed);
        }
        records.Cells.UnionWith(state.ChangedCells);
        // An upgrade migrates the state: all of it is written in the new layout.
        foreach (var cell in stateRuntime == run.Runtime ? state.ChangedCells : records.Cells)
        {
            if (stateRuntime.HasStorage(cell.Pallet, cell.Item))
            {
                var value =
                    cell.Pallet == IdentityState.Pallet ? run.State.Identities.Value(cell)
                    : MiningStorage.Has(cell.Pallet) ? MiningStorage.Value(run.State, cell)
                    : GovernanceStorage.Value(state, run.Ledger, cell);
                var bytes = value is null ? null : stateRuntime.Value(cell.Pallet, cell.Item, value);
                records.Storage.Set(Hex.Encode(stateRuntime.Key(cell.Pallet, cell.Item, cell.Keys)), run.Height, bytes);
            }
            else if (run.Runtime.HasStorage(cell.Pallet, cell.Item))
            {
                records.Storage.Set(Hex.Encode(run.Runtime.Key(cell.Pallet, cell.Item, cell.Keys)), run.Height, null);
            }
        }
        state.Changed.Clear();
        state.ChangedCells.Clear();
    }

    private static void Book(BlockRun run, object changed)
    {
        var (state, records) = (run.Governance, run.Records.Governance);
        switch (changed)
        {
            case Referendum one:
                records.Referenda.Set(one.Index, run.Height, one.Book(state, run.Ledger.Issuance));
                break;
            case PublicProposal one:
                records.Proposals.Set(one.Index, run.Height, one.Book());
                break;
            case ExternalProposal one:
                records.Externals.Set(one.Number, run.Height, one.Book());
                break;
            case TreasuryProposal one:
                records.TreasuryProposals.Set(one.Index, run.Height, one.Book());
                break;
            case Bounty one:
                (one.Parent is null ? records.Bounties : records.ChildBounties).Set(one.Index, run.Height, one.Book());
                break;
            case Tip one:
                records.Tips.Set(one.HashHex, run.Height, one.Book());
                break;
            case Motion one:
                records.Motions.Set((one.Collective.Name, (int)one.Index), run.Height, one.Book());
                break;
        }
    }
}
