using System.Text;
using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaBasePool;

/// <summary>
/// The account of the base pool pallet, which holds the NFTs of queued withdrawals: the text <c>basepool</c>, zero-padded
/// to 32 bytes. Source: phala-blockchain base_pool.rs, pallet_id().
/// </summary>
internal static class BasePoolAccount
{
    /// <summary>The account.</summary>
    public static readonly AccountId Id = new([
        .. Encoding.ASCII.GetBytes("basepool".PadRight(AccountId.SubstrateLength, '\0')),
    ]);
}
