using Indexer.Substrate.Metadata;
using Indexer.Substrate.Plans;
using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Events;

/// <summary>
/// Decodes the storage value System.Events of the blocks that one runtime executed. Unwanted events are passed over
/// without decoding. Immutable after construction, so that many threads may share it.
/// </summary>
public sealed class EventDecoder
{
    private readonly EventPlan?[]?[] plans = new EventPlan?[]?[byte.MaxValue + 1];
    private readonly TypePlan topics;
    private readonly PhasePlan phase;

    /// <summary>Prepares the decoding for one runtime.</summary>
    /// <param name="metadata">The metadata of the runtime.</param>
    /// <param name="isWanted">Whether the event of a pallet is to be decoded, asked once for each event of the runtime.</param>
    /// <exception cref="MetadataException">The metadata has no System.Events of the usual shape, or types without end.</exception>
    public EventDecoder(RuntimeMetadata metadata, Func<string, string, bool> isWanted)
        : this(metadata, new TypePlans(metadata), isWanted) { }

    internal EventDecoder(
        RuntimeMetadata metadata,
        TypePlans types,
        Func<string, string, bool> isWanted,
        Func<string, string, IReadOnlyList<string>?>? fieldNames = null
    )
    {
        var record = EventRecord(metadata);
        phase = new PhasePlan(metadata.Types[record[0].Type].Definition);
        topics = types[record[2].Type];
        foreach (var pallet in metadata.Pallets.Where(pallet => pallet.Events.Count > 0))
        {
            var ofPallet = plans[pallet.Index] = new EventPlan?[byte.MaxValue + 1];
            foreach (var variant in pallet.Events)
            {
                var fields = new FieldsPlan(
                    types,
                    Named(variant.Fields, fieldNames?.Invoke(pallet.Name, variant.Name))
                );
                ofPallet[variant.Index] = new EventPlan(
                    pallet.Name,
                    variant.Name,
                    isWanted(pallet.Name, variant.Name),
                    fields
                );
            }
        }

        Events =
        [
            .. metadata.Pallets.SelectMany(pallet => pallet.Events.Select(variant => (pallet.Name, variant.Name))),
        ];
    }

    /// <summary>All events of the runtime, wanted or not.</summary>
    public IReadOnlyList<(string Pallet, string Name)> Events { get; }

    /// <summary>Decodes the wanted events of a block.</summary>
    /// <param name="systemEvents">The value of System.Events after the block, as stored.</param>
    /// <exception cref="ScaleException">The bytes do not fit the runtime; names the event by its position in the block.</exception>
    public IReadOnlyList<SubstrateEvent> Decode(ReadOnlySpan<byte> systemEvents)
    {
        var reader = new ScaleReader(systemEvents);
        var count = reader.Count(1, "the number of events");
        var events = new List<SubstrateEvent>();
        EventPlan? plan = null;
        for (var index = 0; index < count; index++)
        {
            try
            {
                plan = null;
                if (DecodeOne(ref reader, index, ref plan) is { } decoded)
                {
                    events.Add(decoded);
                }
            }
            catch (ScaleException exception)
            {
                var name = plan is null ? "" : $" ({plan.Path})";
                throw new ScaleException($"Event {index} of {count}{name}: {exception.Message}", exception);
            }
        }

        reader.End("the list of events");
        return events;
    }

    private SubstrateEvent? DecodeOne(ref ScaleReader reader, int index, ref EventPlan? plan)
    {
        var extrinsic = phase.Read(ref reader);
        var palletIndex = reader.U8("the pallet of an event");
        var eventIndex = reader.U8("the kind of an event");
        plan =
            plans[palletIndex]?[eventIndex]
            ?? throw reader.Error("an event", $"the runtime has no event {eventIndex} in a pallet {palletIndex}");
        SubstrateEvent? decoded = null;
        if (plan.IsWanted)
        {
            var fields = new EventFields(plan.Path, plan.Fields.Decode(ref reader, 0));
            decoded = new SubstrateEvent(index, extrinsic, plan.Pallet, plan.Name, fields);
        }
        else
        {
            plan.Fields.Skip(ref reader, 0);
        }

        topics.Skip(ref reader, 0);
        return decoded;
    }

    /// <summary>Names fit the fields when there are as many and the runtime names none itself.</summary>
    private static IReadOnlyList<TypeField> Named(IReadOnlyList<TypeField> fields, IReadOnlyList<string>? names) =>
        names?.Count == fields.Count && fields.All(field => field.Name is null)
            ? [.. fields.Zip(names, (field, name) => field with { Name = name })]
            : fields;

    private static IReadOnlyList<TypeField> EventRecord(RuntimeMetadata metadata)
    {
        var value = metadata.StorageEntry("System", "Events").Value;
        return
            metadata.Types[value].Definition is SequenceType sequence
            && metadata.Types[sequence.Element].Definition
                is CompositeType { Fields: [{ Name: "phase" }, { Name: "event" }, { Name: "topics" }] } record
            ? record.Fields
            : throw new MetadataException("System.Events of the runtime is not a list of phase, event and topics.");
    }
}
