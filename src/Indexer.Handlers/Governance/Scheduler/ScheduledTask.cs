using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance.Scheduler;

/// <summary>
/// A task on the Scheduler's agenda. The agenda of a block is complete before it: tasks are put down for later blocks only.
/// Source: pallet_scheduler, Agenda; the call stands there itself, as MaybeHashed, or as Bounded since polkadot 0.9.32.
/// </summary>
/// <param name="Call">Its call, and the account that it is carried out for.</param>
internal sealed record ScheduledTask(StoredCall Call)
{
    private const string Pallet = "Scheduler";
    private const string Entry = "Agenda";

    /// <summary>The agenda that has the task which an event names by its block and its place.</summary>
    public static StorageNeed Need(EventFields raised) =>
        new(Pallet, Entry, AtParent: true, StorageKeys.U32(raised.Composite("task").U32(0)));

    /// <summary>The task that an event names.</summary>
    /// <exception cref="UnknownStateException">The storage does not have it.</exception>
    public static ScheduledTask Of(SubstrateEventContext context)
    {
        var place = context.Fields.Composite("task").U32(1);
        return
            context.Stored(Pallet, Entry, atParent: true) is ScaleSequence { Items: var tasks }
            && tasks.ElementAtOrDefault((int)place)
                is ScaleVariant { Name: "Some", Fields.Values: [ScaleComposite { Fields: var task }] }
            ? Read(new EventFields($"{Pallet}.{Entry}", task))
            : throw new UnknownStateException(
                $"the node's storage of the block before has no task {place} on the agenda of block "
                    + $"{context.Fields.Composite("task").U32(0)}; an archive node has it."
            );
    }

    private static ScheduledTask Read(EventFields task)
    {
        var origin = Dispatch.AccountOf(task.Value("origin"));
        var call = task.Value("call") switch
        {
            ScaleBytes bytes => bytes,
            ScaleVariant { Name: "Value" or "Inline", Fields.Values: [ScaleBytes bytes] } => bytes,
            _ => null,
        };
        var hash = call is null ? HashOf(task.Value("call")) : CallHash.OfBytes(call.Value);
        return new ScheduledTask(new StoredCall(null, hash.Hash, hash.Inline, origin));
    }

    private static CallHash HashOf(ScaleValue call) =>
        CallHash.Of(call is ScaleVariant { Name: "Hash", Fields.Values: [var hash] } ? hash : call);
}
