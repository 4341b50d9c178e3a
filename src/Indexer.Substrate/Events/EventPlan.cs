using Indexer.Substrate.Plans;

namespace Indexer.Substrate.Events;

/// <summary>How to decode, or pass over, one event of a runtime.</summary>
internal sealed record EventPlan(string Pallet, string Name, bool IsWanted, FieldsPlan Fields)
{
    internal string Path { get; } = $"{Pallet}.{Name}";
}
