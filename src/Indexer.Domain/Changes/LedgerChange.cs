namespace Indexer.Domain;

/// <summary>Adds a row to the ledger; stake events and rewards also move the pool and the position they name.</summary>
/// <param name="Row">The row, without its place: the pipeline stamps network, height, index, ordinal, time and transaction.</param>
public sealed record LedgerChange(LedgerRow Row) : Change;
