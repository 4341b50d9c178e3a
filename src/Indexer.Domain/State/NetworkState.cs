namespace Indexer.Domain;

/// <summary>
/// All state of one network, as handlers read it. Handlers never change it: they return <see cref="Change"/>s, which
/// <see cref="NetworkLedger"/> applies.
/// </summary>
public sealed class NetworkState
{
    private readonly Dictionary<string, Pool> pools = [];
    private readonly Dictionary<AccountId, Pool> poolsByAccount = [];
    private readonly Dictionary<long, Pool> poolsByCollection = [];
    private readonly Dictionary<AccountId, Pool> poolsByAnyAccount = [];
    private readonly StateTable<string, PoolState> poolStates = new(row => row.PoolId);
    private readonly StateTable<(string, AccountId), Position> positions = new(row => (row.PoolId, row.Account));
    private readonly StateTable<(long, long), DelegationNft> nfts = new(row => (row.CollectionId, row.NftId));
    private readonly StateTable<(string, AccountId), Worker> workers = new(row => (row.PoolId, row.PublicKey));
    private readonly StateTable<AccountId, WrappedBalance> wrapped = new(row => row.Account);
    private readonly StateTable<AccountId, WorkerRegistration> registrations = new(row => row.PublicKey);
    private readonly StateTable<AccountId, Identity> identities = new(row => row.Account);
    private readonly StateTable<int, IdentityRegistrar> registrars = new(row => row.RegistrarId);
    private readonly StateTable<int, Tokenomics> tokenomics = new(_ => 0);
    private readonly StateTable<(string, AccountId), WhitelistEntry> whitelist = new(row => (row.PoolId, row.Account));
    private readonly StateTable<string, VaultTerms> vaultTerms = new(row => row.PoolId);
    private readonly StateTable<AccountId, ClaimContract> claimContracts = new(row => row.Contract);
    private readonly StateTable<(string, long, int), UnlockRequest> unlocks = new(row =>
        (row.PoolId, row.RequestHeight, row.RequestIndex)
    );
    private readonly StateTable<long, ChainEnd> ends = new(row => row.LastHeight);
    private readonly Dictionary<Type, IVersionedTable> tablesByRow;
    private readonly StateIndex<string, (string, AccountId), Position> vaultPositions;
    private readonly StateIndex<long, string, PoolState> movedPools;
    private readonly StateIndex<(long, AccountId), (long, long), DelegationNft> nftsByHolder;
    private readonly StateIndex<AccountId, (string, AccountId), Worker> workersBySession;
    private readonly StateIndex<AccountId, (string, AccountId), Worker> workersByKey;
    private readonly StateIndex<(string, AccountId), (string, long, int), UnlockRequest> unlocksByOwner;
    private readonly StateIndex<string, (string, long, int), UnlockRequest> unlocksByPool;
    private readonly StateIndex<AccountId, AccountId, Identity> identitiesByParent;

    /// <summary>Creates the empty state of a network.</summary>
    /// <param name="network">Name of the network.</param>
    public NetworkState(string network)
    {
        Network = network;
        Tables =
        [
            poolStates,
            positions,
            nfts,
            workers,
            wrapped,
            registrations,
            identities,
            registrars,
            tokenomics,
            whitelist,
            vaultTerms,
            claimContracts,
            unlocks,
            ends,
            .. Bridge.Tables,
            .. Governance.Tables,
        ];
        tablesByRow = Tables.ToDictionary(table => table.RowType);
        vaultPositions = new(
            positions,
            row => row.PoolId,
            row => PoolOfAccount(row.Account) is { Kind: PoolKind.Vault } vault && vault.Id != row.PoolId
        );
        movedPools = new(poolStates, row => row.MovedCollectionId ?? -1, row => row.MovedCollectionId is not null);
        nftsByHolder = new(nfts, row => (row.CollectionId, row.WithdrawalOf ?? row.Owner));
        workersBySession = new(workers, row => row.Session);
        workersByKey = new(workers, row => row.PublicKey);
        unlocksByOwner = new(unlocks, row => (row.PoolId, row.Owner));
        unlocksByPool = new(unlocks, row => row.PoolId);
        identitiesByParent = new(identities, row => row.Parent ?? row.Account);
    }

    /// <summary>Name of the network.</summary>
    public string Network { get; }

    /// <summary>What it knows of the bridge between Ethereum and Phala's L2.</summary>
    public BridgeState Bridge { get; } = new();

    /// <summary>Its governance.</summary>
    public GovernanceState Governance { get; } = new();

    /// <summary>The versioned tables, for loading and committing.</summary>
    public IReadOnlyList<IVersionedTable> Tables { get; }

    /// <summary>The pools, by id.</summary>
    public IReadOnlyDictionary<string, Pool> Pools => pools;

    /// <summary>Positions, by pool and account.</summary>
    public IStateTable<(string PoolId, AccountId Account), Position> Positions => positions;

    /// <summary>NFTs of pool collections, by collection and number.</summary>
    public IStateTable<(long CollectionId, long NftId), DelegationNft> Nfts => nfts;

    /// <summary>Workers, by pool and public key: stake in a former pool may still wait to be reclaimed.</summary>
    public IStateTable<(string PoolId, AccountId PublicKey), Worker> Workers => workers;

    /// <summary>Wrapped PHA of accounts that are no pool's, by account; those that have none are missing.</summary>
    public IStateTable<AccountId, WrappedBalance> WrappedBalances => wrapped;

    /// <summary>What the registry knows of workers, by public key.</summary>
    public IStateTable<AccountId, WorkerRegistration> Registrations => registrations;

    /// <summary>Whom accounts say they belong to, by account; those that say nothing are missing.</summary>
    public IStateTable<AccountId, Identity> Identities => identities;

    /// <summary>Who judges identities, by number.</summary>
    public IStateTable<int, IdentityRegistrar> IdentityRegistrars => registrars;

    /// <summary>The identities of the sub-accounts of an account, ordered by account.</summary>
    public IEnumerable<Identity> SubIdentitiesOf(AccountId parent) =>
        identitiesByParent.Find(parent).Where(row => row.Parent == parent);

    /// <summary>The parameters of rewards, and the cool-down period; nothing is known of them before the first worker.</summary>
    public Tokenomics Tokenomics => tokenomics.Find(0) ?? new Tokenomics();

    /// <summary>What computing sessions stand at.</summary>
    public SessionBook Sessions { get; } = new();

    /// <summary>Terms of PHA vaults, by pool.</summary>
    public IStateTable<string, VaultTerms> VaultTerms => vaultTerms;

    /// <summary>What claim contracts paid for their shares, by contract.</summary>
    public IStateTable<AccountId, ClaimContract> ClaimContracts => claimContracts;

    /// <summary>The end of the chain; null while its holdings are not closed.</summary>
    public ChainEnd? End => ends.All.SingleOrDefault();

    /// <summary>The pool with an id, and its state.</summary>
    /// <exception cref="UnknownStateException">No event created the pool.</exception>
    public (Pool Pool, PoolState State) Pool(string id) =>
        pools.TryGetValue(id, out var pool)
            ? (pool, poolStates.Find(id)!)
            : throw new UnknownStateException(
                $"Pool {id} of {Network} is unknown: no indexed event created it. Index from before its creation (startBlock)."
            );

    /// <summary>The state of a pool after the block before; null when it did not exist then.</summary>
    public PoolState? PoolBeforeBlock(string id) =>
        poolStates.BeforeBlock.TryGetValue(id, out var before) ? before : poolStates.Find(id);

    /// <summary>The pool whose own account this is, for example the vault behind a delegation; null when it is none's.</summary>
    public Pool? PoolOfAccount(AccountId account) => poolsByAccount.GetValueOrDefault(account);

    /// <summary>Whether an account is one of a pool's: its own, that of its owner's commission or that of the stake in workers.</summary>
    public bool IsOfPool(AccountId account) => poolsByAnyAccount.ContainsKey(account);

    /// <summary>The pool that an account is one of: its own, that of its owner's commission or that of the stake in workers; null when it is none's.</summary>
    public Pool? PoolWithAccount(AccountId account) => poolsByAnyAccount.GetValueOrDefault(account);

    /// <summary>The pool of an RMRK collection; null when the collection is none's.</summary>
    public Pool? PoolOfCollection(long collectionId) =>
        poolsByCollection.TryGetValue(collectionId, out var pool) ? pool
        : movedPools.Find(collectionId) is [var moved, ..] ? pools[moved.PoolId]
        : null;

    /// <summary>The RMRK collection of a pool; null while it has none.</summary>
    /// <exception cref="UnknownStateException">No event created the pool.</exception>
    public long? CollectionOf(string poolId)
    {
        var (pool, state) = Pool(poolId);
        return pool.CollectionId ?? state.MovedCollectionId;
    }

    /// <summary>The position of an account in a pool, empty at the pool's current index when it has none yet.</summary>
    /// <exception cref="UnknownStateException">No event created the pool.</exception>
    public Position Position(string poolId, AccountId account) =>
        positions.Find((poolId, account))
        ?? new Position
        {
            PoolId = poolId,
            Account = account,
            RewardIndex = Pool(poolId).State.RewardIndex,
        };

    /// <summary>The positions of vaults in a stake pool, ordered by account.</summary>
    public IReadOnlyList<Position> VaultPositionsIn(string poolId) => vaultPositions.Find(poolId);

    /// <summary>The worker of a computing session; null when no indexed event added it to a pool.</summary>
    public Worker? WorkerOfSession(AccountId session) =>
        workersBySession.Find(session) is [var worker, ..] ? worker : null;

    /// <summary>The pools that a worker is in, and those that its stake still waits in, ordered by pool.</summary>
    public IReadOnlyList<Worker> WorkersWithKey(AccountId publicKey) => workersByKey.Find(publicKey);

    /// <summary>The NFTs of an account in a collection; a queued withdrawal belongs to the account that will be paid.</summary>
    public IReadOnlyList<DelegationNft> NftsOf(long collectionId, AccountId account) =>
        nftsByHolder.Find((collectionId, account));

    /// <summary>The open unlock requests of an account, oldest first.</summary>
    public IReadOnlyList<UnlockRequest> UnlockRequestsOf(string poolId, AccountId owner) =>
        unlocksByOwner.Find((poolId, owner));

    /// <summary>The open unlock requests of a pool, oldest first.</summary>
    public IReadOnlyList<UnlockRequest> UnlockRequestsIn(string poolId) => unlocksByPool.Find(poolId);

    /// <summary>Takes over a pool from the database; before the versions that name it.</summary>
    public void Load(Pool pool)
    {
        if (!pools.TryAdd(pool.Id, pool))
        {
            throw new UnknownStateException($"Pool {pool.Id} of {Network} was created twice.");
        }

        poolsByAccount[pool.Account] = pool;
        foreach (var account in new[] { pool.Account, pool.RewardAccount, pool.StakeAccount }.OfType<AccountId>())
        {
            poolsByAnyAccount[account] = pool;
        }

        if (pool.CollectionId is { } collection)
        {
            poolsByCollection[collection] = pool;
        }
    }

    /// <summary>Takes over an open version from the database.</summary>
    public void Load(StateRow row) => TableOf(row).Load(row);

    internal void Set(StateRow row) => TableOf(row).Set(row);

    internal void Close(StateRow row) => TableOf(row).End(row);

    private IVersionedTable TableOf(StateRow row) => tablesByRow[row.GetType()];
}
