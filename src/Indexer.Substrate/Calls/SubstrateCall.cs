using Indexer.Substrate.Events;

namespace Indexer.Substrate.Calls;

/// <summary>A call of a pallet as an extrinsic, a motion or a preimage holds it.</summary>
/// <param name="Pallet">The name of the pallet in the runtime.</param>
/// <param name="Name">The name of the call.</param>
/// <param name="Fields">
/// Its arguments; the calls inside it are not among them but in <paramref name="Inner"/>. Empty when the call is not wanted.
/// </param>
/// <param name="Inner">The calls inside it, such as those of a batch; empty when it has none.</param>
public sealed record SubstrateCall(string Pallet, string Name, EventFields Fields, IReadOnlyList<SubstrateCall> Inner)
{
    /// <summary>The SCALE encoding of the call.</summary>
    public ReadOnlyMemory<byte> Encoded { get; init; }

    /// <summary>Whether this call or one inside it is wanted, so that it is worth keeping.</summary>
    internal bool IsWanted { get; init; }
}
