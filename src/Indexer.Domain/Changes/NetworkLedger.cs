namespace Indexer.Domain;

/// <summary>
/// The books of one network: applies the changes of its events in order, keeps the state that they make, and collects
/// what the next commit writes.
/// </summary>
public sealed class NetworkLedger
{
    private readonly List<LedgerRow> rows = [];
    private readonly List<Account> accounts = [];
    private readonly List<Pool> pools = [];
    private readonly HashSet<AccountId> known = [];
    private EventPlace lastPlace;
    private int ordinal;

    /// <summary>Opens the books of a network, empty.</summary>
    /// <param name="network">Name of the network.</param>
    public NetworkLedger(string network) => State = new NetworkState(network);

    /// <summary>The state after all changes so far.</summary>
    public NetworkState State { get; }

    /// <summary>Ledger rows since the last commit, in order.</summary>
    public IReadOnlyList<LedgerRow> Rows => rows;

    /// <summary>Accounts that appeared since the last commit.</summary>
    public IReadOnlyList<Account> Accounts => accounts;

    /// <summary>Pools that appeared since the last commit.</summary>
    public IReadOnlyList<Pool> Pools => pools;

    /// <summary>Takes over an account from the database.</summary>
    public void Load(AccountId account) => known.Add(account);

    /// <summary>Applies one change of an event.</summary>
    /// <param name="change">The change.</param>
    /// <param name="place">Where the event stands.</param>
    /// <exception cref="UnknownStateException">The change does not fit the state.</exception>
    public void Apply(Change change, EventPlace place)
    {
        switch (change)
        {
            case LedgerChange { Row: var row }:
                Append(row, place);
                break;
            case PoolAppeared { Pool: var pool }:
                Add(pool, place.Block);
                break;
            case PoolChange { PoolId: var id, Apply: var apply }:
                State.Set(apply(State.Pool(id).State));
                break;
            case ProposalChange { ProposalId: var id, Apply: var apply }:
                var proposal = apply(State.Governance.Proposal(id));
                State.Set(proposal);
                Meet(proposal.Accounts, place.Block);
                break;
            case SessionChange { Stated: var stated }:
                State.Sessions.Set(stated);
                break;
            case StateChange { Ends: true, Row: var ending }:
                State.Close(ending);
                break;
            case StateChange { Row: var row }:
                State.Set(row);
                Meet(row.Accounts, place.Block);
                break;
            default:
                throw new ArgumentException($"{change.GetType().Name} is no known change.", nameof(change));
        }
    }

    /// <summary>Ends a block: what changed in it becomes versions of its height.</summary>
    public void EndBlock(long height)
    {
        foreach (var table in State.Tables)
        {
            table.EndBlock(State.Network, height);
        }

        State.Sessions.EndBlock(State.Network, height);
    }

    /// <summary>Forgets what was committed.</summary>
    public void Committed()
    {
        rows.Clear();
        accounts.Clear();
        pools.Clear();
        foreach (var table in State.Tables)
        {
            table.Committed();
        }

        State.Sessions.Committed();
    }

    private void Append(LedgerRow row, EventPlace place)
    {
        ordinal = place.Index == lastPlace.Index && ReferenceEquals(place.Block, lastPlace.Block) ? ordinal + 1 : 0;
        lastPlace = place;
        var placed = row with
        {
            Network = State.Network,
            Height = place.Block.Height,
            Index = place.Index,
            Ordinal = ordinal,
            Time = place.Block.Time,
            Transaction = place.Extrinsic is null || row.KeepsExtrinsicHash ? place.Transaction : null,
            Extrinsic = place.Extrinsic,
        };
        rows.Add(placed);
        Meet(row.Accounts, place.Block);

        switch (placed)
        {
            case StakeEvent { PoolId: not null } stake:
                PostingRules.Post(State, stake);
                break;
            case Reward reward:
                PostingRules.Post(State, reward);
                break;
            case VoteEvent vote:
                Ballots.Post(State, vote);
                break;
        }
    }

    private void Add(Pool pool, BlockHeader block)
    {
        var complete = pool with { Network = State.Network, Height = block.Height, Time = block.Time };
        State.Load(complete);
        State.Set(new PoolState { PoolId = pool.Id, Owner = pool.Owner });
        pools.Add(complete);
        Meet(pool.Account, block);
        if (pool.Owner is { } owner)
        {
            Meet(owner, block);
        }
    }

    private void Meet(IEnumerable<AccountId> accounts, BlockHeader block)
    {
        foreach (var account in accounts)
        {
            Meet(account, block);
        }
    }

    private void Meet(AccountId account, BlockHeader block)
    {
        if (known.Add(account))
        {
            accounts.Add(
                new Account
                {
                    Network = State.Network,
                    Address = account,
                    Height = block.Height,
                    Time = block.Time,
                }
            );
        }
    }
}
