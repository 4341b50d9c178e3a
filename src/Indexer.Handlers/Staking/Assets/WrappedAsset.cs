using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking.Assets;

/// <summary>
/// Wrapped PHA among the assets of the chain. The free value of a pool is what its own account has of it, whoever paid it in; of accounts that are
/// no pool's it is their own.
/// Source: the runtimes' constant PhalaWrappedBalances.WPhaAssetId.
/// </summary>
internal static class WrappedAsset
{
    private const uint Id = 10_000;
    private const string Pallet = "Assets";
    private const string Account = "Account";

    /// <summary>
    /// Whether an account's rest below the minimum is lost when it pays: since polkadot 0.9.42 (spec 1250), whose other way to
    /// move assets came with freezes of balances. Before, the rest went along with the payment, and the event states both.
    /// Source: pallet_assets, decrease_balance; frame_support fungibles, paritytech/substrate#12951.
    /// </summary>
    private static bool LosesRests(SubstrateEventContext context) =>
        context.Runtime?.Metadata.FindPallet("Balances")?.Events.Any(raised => raised.Name == "Frozen") ?? false;

    /// <summary>Whether an event is of wrapped PHA.</summary>
    public static bool IsOf(SubstrateEvent raised) => raised.Fields.U32("asset_id") == Id;

    /// <summary>The storage that tells what an account had before the block.</summary>
    public static StorageNeed Need(AccountId account) =>
        new(Pallet, Account, AtParent: true, StorageKeys.U32(Id), account.ToArray());

    /// <summary>What an account has that becomes a pool's: anybody could pay into it before.</summary>
    public static Pha BalanceOf(SubstrateEventContext context, AccountId account)
    {
        var balance = context.Stored(Pallet, Account, atParent: true) is ScaleComposite stored
            ? new EventFields($"{Pallet}.{Account}", stored.Fields).Balance("balance")
            : Pha.Zero;
        foreach (var earlier in context.Earlier.Where(earlier => earlier.Pallet == Pallet && IsOf(earlier)))
        {
            foreach (var (of, amount) in Moves(earlier).Where(move => move.Account == account))
            {
                balance = After(balance, amount, context);
            }
        }

        return balance;
    }

    /// <summary>What an event makes of the free value of the pools whose accounts it names, and of the wrapped PHA of others.</summary>
    public static IEnumerable<Change> Moved(SubstrateEventContext context, NetworkState state)
    {
        foreach (var (account, amount) in IsOf(context.Event) ? Moves(context.Event) : [])
        {
            if (state.PoolOfAccount(account) is { } pool)
            {
                yield return new PoolChange(
                    pool.Id,
                    before => before with { FreeValue = After(before.FreeValue, amount, context) }
                );
            }
            else if (!state.IsOfPool(account))
            {
                var balance = After(state.WrappedBalances.Find(account)?.Balance ?? Pha.Zero, amount, context);
                yield return new StateChange(
                    new WrappedBalance { Account = account, Balance = balance },
                    Ends: balance.IsZero
                );
            }
        }
    }

    private static IEnumerable<(AccountId Account, Pha Amount)> Moves(SubstrateEvent raised)
    {
        var fields = raised.Fields;
        return raised.Name switch
        {
            // Earlier runtimes call the amount the total supply.
            "Issued" => [(fields.AccountId("owner"), fields.Balance(2))],
            "Burned" => [(fields.AccountId("owner"), -fields.Balance("balance"))],
            _ when fields.AccountId("from") == fields.AccountId("to") => [],
            _ =>
            [
                (fields.AccountId("from"), -fields.Balance("amount")),
                (fields.AccountId("to"), fields.Balance("amount")),
            ],
        };
    }

    private static Pha After(Pha balance, Pha amount, SubstrateEventContext context)
    {
        var after = balance + amount;
        if (after < Pha.Zero)
        {
            throw new UnknownStateException(
                $"an account would have {after} wrapped PHA; events are missing before it. Index from before it (startBlock)."
            );
        }

        var isLost = amount < Pha.Zero && after < MinimumBalance && LosesRests(context);
        return isLost ? Pha.Zero : after;
    }

    /// <summary>
    /// The least wrapped PHA that an account may hold. Also the most value of shares that the base pool removes as dust.
    /// Source: phala-blockchain wrapped_balances.rs, min_balance; 0.01 PHA as of the native token.
    /// </summary>
    public static readonly Pha MinimumBalance = new(Pha.UnitsPerPha / 100);
}
