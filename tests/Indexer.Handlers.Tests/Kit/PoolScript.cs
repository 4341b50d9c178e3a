using System.Buffers.Binary;
using Indexer.Domain;

namespace Indexer.Handlers.Tests.Kit;

/// <summary>The event sequences of the pool pallets, as a runtime of spec 1241 emits them.</summary>
internal static class PoolScript
{
    public const string StakePool = "PhalaStakePoolv2";
    public const string Vault = "PhalaVault";
    public const string BasePool = "PhalaBasePool";
    public const string Rmrk = "RmrkCore";

    public static Chain NewPool(this Chain chain, string pallet, int pid, AccountId? owner = null) =>
        chain
            .NextExtrinsic()
            .Emit(Rmrk, "CollectionCreated", ("issuer", Given.BasePool), ("collection_id", Collection(pid)))
            .Emit(
                pallet,
                "PoolCreated",
                ("owner", owner ?? Given.Owner),
                ("pid", pid),
                ("cid", Collection(pid)),
                ("pool_account_id", Given.PoolAccount(pid))
            );

    public static Chain Mint(this Chain chain, int pid, int nft, AccountId owner, UInt128 shares) =>
        chain
            .Emit(
                Rmrk,
                "NftMinted",
                ("owner", Scale.Holder(owner)),
                ("collection_id", Collection(pid)),
                ("nft_id", nft)
            )
            .SetShares(pid, nft, shares)
            .Property(pid, nft, "createtime", "1795327916"u8.ToArray())
            .Emit(
                BasePool,
                "NftCreated",
                ("pid", pid),
                ("cid", Collection(pid)),
                ("nft_id", nft),
                ("owner", owner),
                ("shares", shares)
            );

    public static Chain SetShares(this Chain chain, int pid, int nft, UInt128 shares)
    {
        var value = new byte[16];
        BinaryPrimitives.WriteUInt128LittleEndian(value, shares);
        return chain.Property(pid, nft, "stake-info", value);
    }

    public static Chain Property(this Chain chain, int pid, int nft, string key, byte[] value) =>
        chain.Emit(
            Rmrk,
            "PropertySet",
            ("collection_id", Collection(pid)),
            ("maybe_nft_id", Scale.Some(nft)),
            ("key", key),
            ("value", value)
        );

    public static Chain Burn(this Chain chain, int pid, int nft, AccountId owner) =>
        chain
            .Emit(Rmrk, "PropertiesRemoved", ("collection_id", Collection(pid)), ("maybe_nft_id", Scale.Some(nft)))
            .Emit(Rmrk, "NFTBurned", ("owner", owner), ("collection_id", Collection(pid)), ("nft_id", nft));

    /// <summary>Wrapped PHA changes hands. Users of whom nothing was told have enough of it.</summary>
    public static Chain Pays(this Chain chain, AccountId from, AccountId to, UInt128 amount, int asset = 10_000)
    {
        var isToldOf = chain.State.IsOfPool(from) || chain.State.WrappedBalances.Find(from) is not null;
        return (
            isToldOf ? chain : chain.Has(from, Pha.FromLegacy(amount) + Pha.FromLegacy(Given.Legacy(1_000_000)))
        ).Emit("Assets", "Transferred", ("asset_id", asset), ("from", from), ("to", to), ("amount", amount));
    }

    /// <summary>An account gets new wrapped PHA.</summary>
    public static Chain Issue(this Chain chain, AccountId owner, UInt128 amount) =>
        chain.Emit("Assets", "Issued", ("asset_id", 10_000), ("owner", owner), ("total_supply", amount));

    /// <summary>A contribution and its payment, without the NFTs before it.</summary>
    public static Chain Contributed(
        this Chain chain,
        int pid,
        AccountId user,
        UInt128 amount,
        UInt128 shares,
        int? asVault = null
    ) => chain.Pays(user, Given.PoolAccount(pid), amount).Contribution(pid, user, amount, shares, asVault);

    /// <summary>The event Contribution alone.</summary>
    public static Chain Contribution(
        this Chain chain,
        int pid,
        AccountId user,
        UInt128 amount,
        UInt128 shares,
        int? asVault = null
    ) =>
        chain.Emit(
            StakePool,
            "Contribution",
            ("pid", pid),
            ("user", user),
            ("amount", amount),
            ("shares", shares),
            ("as_vault", asVault is { } vault ? Scale.Some(vault) : Scale.None)
        );

    public static Chain ContributedToVault(this Chain chain, int pid, AccountId user, UInt128 amount, UInt128 shares) =>
        chain.Pays(user, Given.PoolAccount(pid), amount).VaultContribution(pid, user, amount, shares);

    public static Chain VaultContribution(this Chain chain, int pid, AccountId user, UInt128 amount, UInt128 shares) =>
        chain.Emit(Vault, "Contribution", ("pid", pid), ("user", user), ("amount", amount), ("shares", shares));

    public static Chain Queued(this Chain chain, int pid, AccountId user, UInt128 shares, int? withdrawalNft = null)
    {
        (string, object)[] fields =
        [
            ("pid", pid),
            ("user", user),
            ("shares", shares),
            ("nft_id", 0),
            ("as_vault", Scale.None),
        ];
        return chain.Emit(
            BasePool,
            "WithdrawalQueued",
            withdrawalNft is { } nft ? [.. fields, ("withdrawing_nft_id", nft)] : fields
        );
    }

    /// <summary>A payment from the queue; with it goes a rest of the pool's account that is below the minimum.</summary>
    public static Chain Withdrawn(
        this Chain chain,
        int pid,
        AccountId user,
        UInt128 amount,
        UInt128 shares,
        UInt128? burnt = null,
        UInt128 along = default
    )
    {
        (string, object)[] fields = [("pid", pid), ("user", user), ("amount", amount), ("shares", shares)];
        return chain
            .Pays(Given.PoolAccount(pid), user, amount + along)
            .Emit(
                BasePool,
                "Withdrawal",
                burnt is { } burntShares ? [.. fields, ("burnt_shares", burntShares)] : fields
            );
    }

    public static Chain Rewarded(this Chain chain, int pid, UInt128 toOwner, UInt128 toStakers) =>
        chain
            .Issue(Given.PoolAccount(pid), toStakers)
            .Emit(StakePool, "RewardReceived", ("pid", pid), ("to_owner", toOwner), ("to_stakers", toStakers));

    public static Chain OwnerGained(this Chain chain, int pid, UInt128 shares, UInt128 price) =>
        chain.Emit(Vault, "OwnerSharesGained", ("pid", pid), ("shares", shares), ("checkout_price", price));

    public static int Collection(int pid) => 10_000 + pid;
}
