namespace Indexer.Simulator;

/// <summary>A governance call that was dispatched for an account.</summary>
/// <param name="Height">The block.</param>
/// <param name="Extrinsic">The extrinsic in the block; null when a referendum's enactment dispatched it.</param>
/// <param name="Origin">For whom: the account, <c>Root</c>, or a collective and its votes.</param>
/// <param name="Call">The call as "Pallet.call".</param>
/// <param name="Depth">0 for an extrinsic's own call, more for calls within batches, proxies and motions.</param>
/// <param name="Error">Why it failed, or null.</param>
public sealed record CallBook(long Height, uint? Extrinsic, string Origin, string Call, int Depth, string? Error);
