namespace Indexer.Domain;

/// <summary>Where an event stands: what the pipeline stamps on the ledger rows that the event causes.</summary>
/// <param name="Block">The header of its block.</param>
/// <param name="Index">Index of the event (Substrate) or log (EVM) in the block.</param>
/// <param name="Transaction">Hash of the transaction (EVM) or extrinsic (Substrate); null for what none did.</param>
/// <param name="Extrinsic">Index of the extrinsic (Substrate) or null.</param>
public readonly record struct EventPlace(BlockHeader Block, int Index, byte[]? Transaction, int? Extrinsic);
