using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Governance;

/// <summary>Several calls in one.</summary>
internal static class BatchRules
{
    public static void Dispatch(BlockRun run, Origin origin, Call call)
    {
        var calls = call.Argument<IReadOnlyList<Call>>(0);
        var failed = false;
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
                run.Emit("Utility", "ItemCompleted");
            }
            else if (call.Name == "force_batch")
            {
                failed = true;
                run.Emit("Utility", "ItemFailed", outcome.Error);
            }
            else
            {
                run.Emit("Utility", "BatchInterrupted", (uint)index, outcome.Error);
                return;
            }
        }
        run.Emit("Utility", failed ? "BatchCompletedWithErrors" : "BatchCompleted");
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
        run.Emit("Utility", "ItemCompleted");
    }
}
