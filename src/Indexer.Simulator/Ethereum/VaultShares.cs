using System.Numerics;

namespace Indexer.Simulator.Ethereum;

/// <summary>The vPHA token: balances, supply, and the ERC-4626 conversions with a virtual share and a virtual asset, rounded down.</summary>
internal sealed class VaultShares
{
    private readonly Dictionary<EvmAddress, UInt128> _balances = [];

    public UInt128 Supply { get; private set; }

    public IEnumerable<EvmAddress> Holders => _balances.Where(entry => entry.Value > 0).Select(entry => entry.Key);

    public UInt128 Of(EvmAddress account) => _balances.GetValueOrDefault(account);

    public UInt128 ToShares(UInt128 assets, UInt128 totalAssets) => MulDiv(assets, Supply + 1, totalAssets + 1);

    public UInt128 ToAssets(UInt128 shares, UInt128 totalAssets) => MulDiv(shares, totalAssets + 1, Supply + 1);

    public static UInt128 MulDiv(UInt128 value, UInt128 factor, UInt128 divisor) =>
        checked((UInt128)((BigInteger)value * factor / divisor));

    /// <summary>Moves shares and emits Transfer; the zero address mints and burns.</summary>
    public int Move(EthereumRun run, EvmAddress from, EvmAddress to, UInt128 shares)
    {
        Change(run, from, 0, shares);
        Change(run, to, shares, 0);
        return run.Emit(Addresses.Vault, AbiEvents.Transfer, from, to, shares);
    }

    private void Change(EthereumRun run, EvmAddress account, UInt128 plus, UInt128 minus)
    {
        if (account == EvmAddress.Zero)
        {
            Supply = checked(Supply + minus - plus);
            return;
        }
        var balance = checked(Of(account) + plus - minus);
        _balances[account] = balance;
        run.Records.Shares.Set(account, run.Height, balance);
    }
}
