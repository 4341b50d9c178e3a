using Indexer.Substrate.Metadata;
using Indexer.Substrate.Plans;

namespace Indexer.Substrate.Calls;

/// <summary>How to decode, look into or pass over one call of a runtime.</summary>
internal sealed class CallPlan
{
    internal CallPlan(string pallet, TypeVariant variant, bool isWanted, TypePlans types, int call, int opaqueCall)
    {
        Pallet = pallet;
        Name = variant.Name;
        IsWanted = isWanted;
        All = new FieldsPlan(types, variant.Fields);
        Fields = variant.Fields;
        HasCalls = variant.Fields.Any(field => IsCall(field.Type));

        bool IsCall(int type) =>
            type == call
            || type == opaqueCall
            || (types.Definition(type) is SequenceType sequence && sequence.Element == call);
    }

    internal string Pallet { get; }

    internal string Name { get; }

    internal bool IsWanted { get; }

    /// <summary>Whether other calls are among the arguments.</summary>
    internal bool HasCalls { get; }

    internal FieldsPlan All { get; }

    internal IReadOnlyList<TypeField> Fields { get; }
}
