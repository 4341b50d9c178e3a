namespace Indexer.Substrate.Events;

/// <summary>An event of a block.</summary>
/// <param name="Index">Its position among all events of the block, from 0; unwanted events count.</param>
/// <param name="ExtrinsicIndex">The position of the extrinsic that caused it; null for the runtime's own work before and after.</param>
/// <param name="Pallet">The name of the pallet in the runtime, such as PhalaVault.</param>
/// <param name="Name">The name of the event, such as PoolCreated.</param>
/// <param name="Fields">The values.</param>
public sealed record SubstrateEvent(int Index, int? ExtrinsicIndex, string Pallet, string Name, EventFields Fields);
