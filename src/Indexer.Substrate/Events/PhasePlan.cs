using Indexer.Substrate.Metadata;
using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Events;

/// <summary>Reads the phase of an event: ApplyExtrinsic(u32), Finalization or Initialization.</summary>
internal sealed class PhasePlan
{
    private readonly int applyExtrinsic;
    private readonly HashSet<byte> others = [];

    internal PhasePlan(TypeDefinition phase)
    {
        var cases = (phase as VariantType)?.Variants ?? [];
        applyExtrinsic = cases.FirstOrDefault(candidate => candidate.Fields.Count == 1)?.Index ?? -1;
        others.UnionWith(cases.Where(candidate => candidate.Fields.Count == 0).Select(candidate => candidate.Index));
        if (applyExtrinsic < 0 || cases.Count != others.Count + 1)
        {
            throw new MetadataException("The phase of events in the runtime is not of the three known cases.");
        }
    }

    /// <summary>The extrinsic that is applied; null in the phases before and after the extrinsics.</summary>
    internal int? Read(ref ScaleReader reader)
    {
        var index = reader.U8("the phase of an event");
        if (index == applyExtrinsic)
        {
            var extrinsic = reader.U32("the extrinsic of an event");
            return extrinsic <= int.MaxValue
                ? (int)extrinsic
                : throw reader.Error("the extrinsic of an event", $"no block has {extrinsic} extrinsics");
        }

        return others.Contains(index) ? null : throw reader.Error("the phase of an event", $"{index} is not known");
    }
}
