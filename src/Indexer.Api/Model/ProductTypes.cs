using Indexer.Api.Bridge;
using Indexer.Api.Governance;
using Indexer.Api.Holders;
using Indexer.Api.Migration;
using Indexer.Api.Rewards;
using Indexer.Domain;
using Indexer.GraphQL;
using Indexer.GraphQL.Types;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Indexer.Api.Model;

/// <summary>The object types of the schema, before their fields are added: types refer to each other.</summary>
internal sealed class ProductTypes
{
    private readonly SchemaBuilder builder;

    public ProductTypes(SchemaBuilder builder, IModel model)
    {
        this.builder = builder;
        Addresses = new EntityMap<HolderAccount>(model);
        ClaimContracts = new EntityMap<ClaimContract>(model);
        Scalars = new ScalarRegistry(builder, Addresses);
        Names = new NetworkNames(new(model));
        Pools = new EntityMap<Pool>(model);
        Cursors = new EntityMap<Cursor>(model);
        Days = new EntityMap<NetworkDay>(model);
        Links = new EntityMap<AccountLink>(model);
        Labels = new EntityMap<AccountLabel>(model);
        AsOf = new PointInTime(model).Create();
        AccountKind = builder.Enum(
            "AccountKind",
            "The kind of chain that an account belongs to.",
            new EnumValue("SUBSTRATE", "A public key of 32 bytes, the same account on every Substrate chain."),
            new EnumValue("EVM", "An address of 20 bytes, the same account on every EVM chain.")
        );
        AccountRole = RoleFields.Create(builder);
        Network = Node<Network>(model);
        IngestionStatus = Table<IngestionStatus>(model);
        Disagreement = Table<Disagreement>(model);
        Block = Node<Block>(model);
        Appearance = Table<Account>(model, "AccountAppearance");
        Account = Node<HolderAccount>(
            model,
            "Account",
            "An account of any network: a Substrate account (the same key on Khala and Phala) or an EVM account."
        );
        Holder = HolderFields.Create(this, builder);
        Pool = Node<PoolState>(
            model,
            "Pool",
            "A stake pool, a vault of a parachain, the PHA vault on Ethereum, or its shares on Phala's L2: what it is, and where it stands."
        );
        Position = Node<Position>(model);
        UnlockRequest = Node<UnlockRequest>(model);
        VaultTerms = Table<VaultTerms>(model);
        Worker = Node<Worker>(model);
        PoolNft = Node<DelegationNft>(model, "PoolNft");
        WrappedBalance = Table<WrappedBalance>(model);
        Registrations = new EntityMap<WorkerRegistration>(model);
        Identity = Versions<Identity>(model);
        Registrars = new EntityMap<IdentityRegistrar>(model);
        Tokenomics = Versions<Tokenomics>(model);
        Readings = new EntityMap<SessionReading>(model);
        WhitelistEntry = Table<WhitelistEntry>(model);
        StakeEvent = Node<StakeEvent>(model);
        Reward = Node<Reward>(
            model,
            description: "One reward of a pool. The chains state rewards per pool only; what a holder earned is its part by its shares then."
        );
        Claim = Node<Claim>(
            model,
            description: "One claim of parachain assets on Ethereum: the end of a Substrate account's holdings and the beginning of its receivers'. The claim contracts state it (Claimed, ClaimedAndBridged)."
        );
        Bridge = new BridgeTypes(this, model, builder);
        BlockChange = Table<IndexChange>(model, "BlockChange");
        Job = Table<Job>(model);
        RetractedRows = new EntityMap<RetractedRow>(model);
        Governance = new GovernanceTypes(this, model);
        Migration = new MigrationTypes(this, model);
        History = new HistoryTypes(this);
        HideFigures();
    }

    private void HideFigures()
    {
        ObjectType[] plain =
        [
            Network.Type,
            Block.Type,
            Disagreement.Type,
            Appearance.Type,
            Account.Type,
            Holder.Type,
            Worker.Type,
            Tokenomics.Type,
            PoolNft.Type,
            WrappedBalance.Type,
            Identity.Type,
            WhitelistEntry.Type,
            Governance.Link.Type,
            Governance.Choice.Type,
            Governance.Member.Type,
            Governance.ElectionVote.Type,
        ];
        Array.ForEach(plain, type => type.WithoutFigures());
    }

    public ScalarRegistry Scalars { get; }

    public NetworkNames Names { get; }

    public RowVersion AsOf { get; }

    public EnumType AccountKind { get; }

    public EnumType AccountRole { get; }

    public EntityMap<HolderAccount> Addresses { get; }

    public EntityMap<Pool> Pools { get; }

    public EntityMap<Cursor> Cursors { get; }

    public EntityMap<NetworkDay> Days { get; }

    public EntityMap<AccountLink> Links { get; }

    public EntityMap<ClaimContract> ClaimContracts { get; }

    public EntityMap<AccountLabel> Labels { get; }

    public ObjectMap<Network> Network { get; }

    public ObjectMap<IngestionStatus> IngestionStatus { get; }

    public ObjectMap<Disagreement> Disagreement { get; }

    public ObjectMap<Block> Block { get; }

    public ObjectMap<Account> Appearance { get; }

    public ObjectMap<HolderAccount> Account { get; }

    public ObjectMap<HolderAccount> Holder { get; }

    public ObjectMap<PoolState> Pool { get; }

    public ObjectMap<Position> Position { get; }

    public ObjectMap<UnlockRequest> UnlockRequest { get; }

    public ObjectMap<VaultTerms> VaultTerms { get; }

    public ObjectMap<Worker> Worker { get; }

    public ObjectMap<DelegationNft> PoolNft { get; }

    public ObjectMap<WrappedBalance> WrappedBalance { get; }

    /// <summary>What the registry knows of workers; the schema shows it with them.</summary>
    public EntityMap<WorkerRegistration> Registrations { get; }

    /// <summary>All versions of identities; relations choose those in force.</summary>
    public ObjectMap<Identity> Identity { get; }

    public EntityMap<IdentityRegistrar> Registrars { get; }

    public ObjectMap<Tokenomics> Tokenomics { get; }

    public EntityMap<SessionReading> Readings { get; }

    public ObjectMap<WhitelistEntry> WhitelistEntry { get; }

    public ObjectMap<StakeEvent> StakeEvent { get; }

    public ObjectMap<Reward> Reward { get; }

    public ObjectMap<Claim> Claim { get; }

    public BridgeTypes Bridge { get; }

    public ObjectMap<IndexChange> BlockChange { get; }

    public ObjectMap<Job> Job { get; }

    public EntityMap<RetractedRow> RetractedRows { get; }

    public GovernanceTypes Governance { get; }

    public MigrationTypes Migration { get; }

    public HistoryTypes History { get; }

    /// <summary>Rows that a global id names; of versioned state those in force.</summary>
    public ObjectMap<TRow> Node<TRow>(IModel model, string? name = null, string? description = null)
        where TRow : class => Create<TRow>(model, builder.Node, name, description);

    /// <summary>Rows; of versioned state those in force.</summary>
    public ObjectMap<TRow> Table<TRow>(IModel model, string? name = null, string? description = null)
        where TRow : class => Create<TRow>(model, builder.Table, name, description);

    /// <summary>All versions of a kind of state, whatever the point in time.</summary>
    public ObjectMap<TRow> Versions<TRow>(IModel model, string? name = null, string? description = null)
        where TRow : StateRow
    {
        var map = new EntityMap<TRow>(model);
        var type = builder.Table(
            name ?? typeof(TRow).Name,
            map.Table,
            description ?? Scalars.Documentation.Summary(typeof(TRow)),
            map.VersionKey
        );
        return new ObjectMap<TRow>(type, map, Scalars);
    }

    /// <summary>Rows in force of a kind of state, each joined with what never changes of it, so that lists can be filtered
    /// and ordered by both.</summary>
    public ObjectMap<TRow> Node<TRow>(
        IModel model,
        string name,
        string description,
        Func<EntityMap<TRow>, string> query
    )
        where TRow : StateRow
    {
        var map = new EntityMap<TRow>(model);
        return new ObjectMap<TRow>(
            builder.NodeOf(name, query(map), description, map.Key).Versioned(AsOf),
            map,
            Scalars
        );
    }

    /// <summary>Rows of a view of the database, which is no entity of the model.</summary>
    public ObjectType View(string name, string view, string description, params KeyColumn[] key) =>
        builder.Table(name, view, description, key);

    /// <summary>An object that is no row of a table.</summary>
    public ObjectType Object(string name, string description, params KeyColumn[] key) =>
        builder.Object(name, description, key);

    private ObjectMap<TRow> Create<TRow>(
        IModel model,
        Func<string, string, string, KeyColumn[], ObjectType> create,
        string? name,
        string? description
    )
        where TRow : class
    {
        var map = new EntityMap<TRow>(model);
        var type = create(
            name ?? typeof(TRow).Name,
            map.Table,
            description ?? Scalars.Documentation.Summary(typeof(TRow)),
            map.Key
        );
        return new ObjectMap<TRow>(
            typeof(TRow).IsAssignableTo(typeof(StateRow)) ? type.Versioned(AsOf) : type,
            map,
            Scalars
        );
    }
}
