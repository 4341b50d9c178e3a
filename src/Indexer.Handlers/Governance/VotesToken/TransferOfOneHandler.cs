using Indexer.Domain;

namespace Indexer.Handlers.Governance.VotesToken;

/// <summary>Transfer of an ERC-721 token, which is one vote. It has the first topic of the ERC-20 event, and one more.</summary>
internal sealed class TransferOfOneHandler()
    : TokenMoveHandler("Transfer(address indexed from, address indexed to, uint256 indexed tokenId)")
{
    protected override Pha Moved(EvmEventContext context) => new(1);
}
