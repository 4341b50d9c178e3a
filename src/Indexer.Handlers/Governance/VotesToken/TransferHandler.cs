using Indexer.Domain;

namespace Indexer.Handlers.Governance.VotesToken;

/// <summary>Transfer of ERC-20 tokens.</summary>
internal sealed class TransferHandler()
    : TokenMoveHandler("Transfer(address indexed from, address indexed to, uint256 value)")
{
    protected override Pha Moved(EvmEventContext context) => context.Amount("value");
}
