using Indexer.Domain;

namespace Indexer.Handlers;

/// <summary>Accounts with a meaning on every EVM chain.</summary>
internal static class EvmAccounts
{
    /// <summary>The zero address: shares come from it when they are minted and go to it when they are burned (ERC-20).</summary>
    public static readonly AccountId Zero = new(new byte[AccountId.EvmLength]);
}
