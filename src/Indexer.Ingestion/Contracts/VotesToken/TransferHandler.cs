using Indexer.Domain;

namespace Indexer.Ingestion.Contracts.VotesToken;

/// <summary>Transfer of ERC-20 tokens.</summary>
internal sealed class TransferHandler()
    : TokenMoveHandler("Transfer(address indexed from, address indexed to, uint256 value)")
{
    protected override Pha Moved(EvmOccurrence occurrence) => occurrence.Amount("value");
}
