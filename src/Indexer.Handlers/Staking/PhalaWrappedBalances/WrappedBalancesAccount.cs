using System.Text;
using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaWrappedBalances;

/// <summary>
/// The account of the wrapped balances, which votes in Democracy for all their holders: the text <c>wpha/</c>, zero-padded
/// to 32 bytes. Source: the runtimes' constant PhalaWrappedBalances.WrappedBalancesAccountId.
/// </summary>
internal static class WrappedBalancesAccount
{
    /// <summary>The account.</summary>
    public static readonly AccountId Id = new([
        .. Encoding.ASCII.GetBytes("wpha/".PadRight(AccountId.SubstrateLength, '\0')),
    ]);
}
