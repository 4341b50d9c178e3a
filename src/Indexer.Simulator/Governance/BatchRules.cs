using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Governance;

/// <summary>Several calls in one.</summary>
internal static class BatchRules
{
    public static void Dispatch(BlockRun run, Origin origin, Call call)
    {
        var calls = call.Argument<IReadOnlyList<Call>>(0);
        var failed = new List<uint>();
        for (var index = 0; index < calls.Count; index++)
        {
            if (call.Name == "batch_all")
            {
                All(run, origin, calls, index);
                continue;
            }
            var outcome = Dispatcher.Try(run, origin, calls[index]);
            if (outcome.Error is null)
            {
                run.EmitIfKnown("Utility", "ItemCompleted");
            }
            else if (call.Name is "force_batch" or "batch_try")
            {
                failed.Add((uint)index);
                run.Emit(
                    "Utility",
                    "ItemFailed",
                    call.Name == "batch_try" ? [(uint)index, outcome.Error] : [outcome.Error]
                );
            }
            else
            {
                run.Emit("Utility", "BatchInterrupted", (uint)index, outcome.Error);
                return;
            }
        }
        if (failed.Count == 0)
        {
            run.Emit("Utility", "BatchCompleted");
        }
        else
        {
            run.Emit("Utility", "BatchCompletedWithErrors", failed);
        }
    }

    private static void All(BlockRun run, Origin origin, IReadOnlyList<Call> calls, int index)
    {
        try
        {
            Dispatcher.Dispatch(run, origin, calls[index]);
        }
        catch (DispatchException failure) when (index > 0)
        {
            // The story plays such a batch as an extrinsic that fails as a whole instead.
            throw new InvalidOperationException($"{calls[index].FullName} would have to take calls back.", failure);
        }
        run.EmitIfKnown("Utility", "ItemCompleted");
    }
}
