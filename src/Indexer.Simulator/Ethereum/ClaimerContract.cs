using Indexer.Simulator.Ethereum.Bridge;

namespace Indexer.Simulator.Ethereum;

/// <summary>A claimer: funded once, it pays every account of a parachain's snapshot once.</summary>
internal sealed class ClaimerContract(
    string origin,
    EvmAddress address,
    IReadOnlyList<SnapshotEntry> snapshot,
    L1Bridge bridge
)
{
    private static readonly UInt128 Scale = 1_000_000;
    private static readonly AbiFunction Signed = new("claim(address,uint256,uint256,address,bytes)");
    private static readonly AbiFunction Admin = new("adminClaim(address,uint256,uint256,address)");
    private static readonly AbiFunction AdminBridge = new("adminClaim(address,uint256,uint256,address,address)");
    private readonly HashSet<AccountId> _claimed = [];
    private (UInt128 Assets, UInt128 Shares)? _deposit;

    public bool IsFunded => _deposit is not null;

    public void Initialize(EthereumRun run, bool bridges)
    {
        run.Emit(address, AbiEvents.OwnershipTransferred, EvmAddress.Zero, Addresses.Admin);
        run.Emit(address, AbiEvents.SignerSet, Addresses.Admin);
        if (bridges)
        {
            run.Emit(address, AbiEvents.Upgraded, Addresses.Foreign);
            run.Emit(address, AbiEvents.BridgeConfigUpdated, Addresses.L1Bridge, Addresses.L2Vault, 200_000u);
        }
        run.Emit(address, AbiEvents.Initialized, 1UL);
    }

    /// <summary>Deposits all stakes of the snapshot into the vault; assets and shares of this deposit fix the rate of the claims.</summary>
    public void Deposit(EthereumRun run, VaultContract vault)
    {
        var free = Sum(snapshot.Select(entry => entry.Free)) * Scale;
        var staked = Sum(snapshot.Select(entry => entry.Staked)) * Scale;
        run.Emit(Addresses.Pha, AbiEvents.Transfer, Addresses.Admin, address, free + staked);
        var shares = vault.Deposit(run, address, address, staked);
        _deposit = (staked, shares);
        run.Emit(address, AbiEvents.Deposited, free, staked);
    }

    public bool CanClaim(Person person) =>
        IsFunded && person.Claims && !_claimed.Contains(person.Account) && Entry(person) is not null;

    /// <summary>What the contract is called with: by anybody with a signature for the account, or by the team without one.</summary>
    public byte[] Input(Person person, bool bridges, bool byAdmin)
    {
        var (free, staked) = Due(person);
        var user = new EvmAddress(person.Account.ClaimPrefix);
        return !byAdmin ? Signed.Encode(user, free, staked, person.L1Receiver, new byte[65])
            : bridges ? AdminBridge.Encode(user, free, staked, person.L1Receiver, person.L2Receiver)
            : Admin.Encode(user, free, staked, person.L1Receiver);
    }

    public void Claim(EthereumRun run, VaultContract vault, Person person, bool bridges, bool? byAdmin)
    {
        var (free, staked) = Due(person);
        _claimed.Add(person.Account);
        if (free > 0)
        {
            run.Emit(Addresses.Pha, AbiEvents.Transfer, address, person.L1Receiver, free);
        }
        if (bridges && staked > 0)
        {
            bridge.Send(run, address, person.L2Receiver, staked);
        }
        else if (staked > 0)
        {
            vault.Transfer(run, address, person.L1Receiver, staked);
        }
        var user = new EvmAddress(person.Account.ClaimPrefix);
        var at = bridges
            ? run.Emit(address, AbiEvents.ClaimedAndBridged, user, free, staked, person.L1Receiver, person.L2Receiver)
            : run.Emit(address, AbiEvents.Claimed, user, free, staked, person.L1Receiver);
        run.Records.Claims.Add(
            new(
                origin,
                person.Account,
                user.Hex,
                free,
                staked,
                person.L1Receiver,
                bridges ? person.L2Receiver : null,
                run.Height,
                at,
                run.TransactionHash,
                byAdmin
            )
        );
    }

    private (UInt128 Free, UInt128 Staked) Due(Person person)
    {
        var entry = Entry(person)!;
        var (assets, shares) = _deposit!.Value;
        return (entry.Free * Scale, VaultShares.MulDiv(entry.Staked * Scale, shares, assets));
    }

    private SnapshotEntry? Entry(Person person) => snapshot.FirstOrDefault(entry => entry.Account == person.Account);

    private static UInt128 Sum(IEnumerable<UInt128> values) =>
        values.Aggregate(UInt128.Zero, (sum, value) => sum + value);
}
