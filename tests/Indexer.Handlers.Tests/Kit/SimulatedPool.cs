using System.Numerics;
using Indexer.Domain;

namespace Indexer.Handlers.Tests.Kit;

/// <summary>
/// A pool with books of its own, in plain integers of 10^-12 PHA, that emits the events of a runtime of spec 1241 in its
/// order: payments from a contribution come before the contribution, and queued shares worth 0.01 PHA or less go unsaid.
/// </summary>
internal sealed class SimulatedPool(Chain chain, int pid)
{
    private static readonly BigInteger Minimum = 10_000_000_000;
    private readonly Dictionary<AccountId, (int Nft, BigInteger Shares)> delegations = [];
    private readonly List<(AccountId User, int Nft, BigInteger Shares)> queue = [];
    private int nextNft;

    public BigInteger Value { get; set; }

    public BigInteger Shares { get; private set; }

    public BigInteger Free { get; private set; }

    public BigInteger OwnerShares { get; private set; }

    public BigInteger Staked { get; private set; }

    public SimulatedPool? Vault { get; init; }

    public BigInteger Queued => Sum(queue.Select(entry => entry.Shares));

    public IEnumerable<AccountId> Holders => delegations.Keys.Union(queue.Select(entry => entry.User));

    public BigInteger SharesOf(AccountId user) => delegations.GetValueOrDefault(user).Shares + QueuedOf(user);

    public BigInteger QueuedOf(AccountId user) =>
        Sum(queue.Where(entry => entry.User == user).Select(entry => entry.Shares));

    public void Contribute(AccountId user, BigInteger amount, bool asVault = false)
    {
        chain.NextExtrinsic();
        var shares = Shares.IsZero || Value.IsZero ? amount : amount * Shares / Value;
        var nft = Mint(user, shares);
        (Value, Shares) = (Value + amount, Shares + shares);
        var paid = amount + (Vault?.PayOut(user, amount, asVault) ?? 0);
        chain.Pays(user, Given.PoolAccount(pid), (UInt128)paid);
        Pay(paid);
        ProcessQueue();
        Merge(user, nft, shares);
        _ = Vault is null
            ? chain.VaultContribution(pid, user, (UInt128)amount, (UInt128)shares)
            : chain.Contribution(pid, user, (UInt128)amount, (UInt128)shares, asVault ? 1 : null);
    }

    public void Withdraw(AccountId user, int percent)
    {
        chain.NextExtrinsic();
        var shares = SharesOf(user) * percent / 100;
        if (shares <= 1_000)
        {
            return;
        }

        var kept = SharesOf(user) - shares;
        foreach (var entry in queue.Where(entry => entry.User == user).ToList())
        {
            queue.Remove(entry);
            chain.Burn(pid, entry.Nft, Given.BasePool);
        }

        var nft = Mint(Given.BasePool, shares);
        queue.Add((user, nft, shares));
        chain.Queued(pid, user, (UInt128)shares);
        ProcessQueue();
        var own = delegations.TryGetValue(user, out var delegation) ? delegation.Nft : Mint(user, 0);
        delegations[user] = (own, kept);
        chain.SetShares(pid, own, (UInt128)kept);
    }

    public void Reward(BigInteger amount)
    {
        if (Shares <= 1_000 || amount <= 1_000)
        {
            return;
        }

        chain.NextExtrinsic().Rewarded(pid, (UInt128)(amount / 5), (UInt128)amount);
        Value += amount;
        Pay(amount);
    }

    public void Start(int percent)
    {
        var amount = Free * percent / 100;
        if (Staked.IsZero && !amount.IsZero)
        {
            chain.NextExtrinsic().Emit(PoolScript.StakePool, "WorkingStarted", OnWorker(("amount", (UInt128)amount)));
            Staked = amount;
            chain.Pays(Given.PoolAccount(pid), Given.WorkerKey, (UInt128)(amount + Pay(-amount)));
        }
    }

    public void Reclaim()
    {
        if (!Staked.IsZero)
        {
            chain.NextExtrinsic().Pays(Given.WorkerKey, Given.PoolAccount(pid), (UInt128)Staked);
            Pay(Staked);
            Staked = 0;
            ProcessQueue();
            chain.Emit(PoolScript.StakePool, "WorkerReclaimed", OnWorker());
        }
    }

    /// <summary>Commission: new shares, but not so many that a share is worth less than 1.</summary>
    public void GainOwnerShares(BigInteger wanted)
    {
        var shares = BigInteger.Min(wanted, Value - Shares);
        if (shares > 0)
        {
            chain.NextExtrinsic().OwnerGained(pid, (UInt128)shares, 1_000_000_000_000);
            (Shares, OwnerShares) = (Shares + shares, OwnerShares + shares);
        }
    }

    public void ClaimOwnerShares(AccountId receiver, int percent)
    {
        var shares = OwnerShares * percent / 100;
        if (!shares.IsZero)
        {
            chain.NextExtrinsic();
            Merge(receiver, Mint(receiver, shares), shares);
            OwnerShares -= shares;
            chain.Emit(
                PoolScript.Vault,
                "OwnerSharesClaimed",
                ("pid", pid),
                ("user", Given.Owner),
                ("shares", (UInt128)shares)
            );
        }
    }

    private void ProcessQueue()
    {
        while (Free > Minimum && queue.Count > 0 && !Value.IsZero)
        {
            var (user, nft, waiting) = queue[0];
            var shares = BigInteger.Min(Free * Shares / Value, waiting);
            var amount = BigInteger.Min(shares * Value / Shares, Free);
            var rest = waiting - shares;
            if (rest <= 1_000)
            {
                (shares, rest) = (waiting, 0);
            }

            (Value, Shares) = (Value - amount <= 1_000 ? 0 : Value - amount, Shares - shares);
            var along = Pay(-amount);
            Vault?.PayOut(user, -(amount + along), user == Given.PoolAccount(1));
            chain
                .Withdrawn(pid, user, (UInt128)amount, (UInt128)shares, along: (UInt128)along)
                .SetShares(pid, nft, (UInt128)rest);
            if (rest.IsZero || rest * Value <= Minimum * Shares)
            {
                Shares -= rest;
                queue.RemoveAt(0);
                chain.Burn(pid, nft, Given.BasePool);
            }
            else
            {
                queue[0] = (user, nft, rest);
            }
        }
    }

    private int Mint(AccountId owner, BigInteger shares)
    {
        chain.Mint(pid, nextNft, owner, (UInt128)shares);
        return nextNft++;
    }

    private void Merge(AccountId user, int nft, BigInteger shares)
    {
        if (delegations.TryGetValue(user, out var old))
        {
            chain.Burn(pid, old.Nft, user).Burn(pid, nft, user);
            shares += old.Shares;
            nft = Mint(user, shares);
        }

        delegations[user] = (nft, shares);
    }

    /// <summary>Pays from the vault's free value when it is the vault that delegates or is paid.</summary>
    /// <returns>What goes along with the payment.</returns>
    private BigInteger PayOut(AccountId user, BigInteger amount, bool isVault) =>
        isVault && user == Given.PoolAccount(pid) ? Pay(-amount) : 0;

    /// <summary>Moves the free value; pallet_assets lets a rest below the minimum balance go along with a payment.</summary>
    /// <returns>What goes along.</returns>
    private BigInteger Pay(BigInteger amount)
    {
        Free += amount;
        var along = Free < Minimum ? Free : 0;
        Free -= along;
        return along;
    }

    private static (string Name, object Value)[] OnWorker(params (string, object)[] more) =>
        [("pid", 0), ("worker", Given.WorkerKey), .. more];

    private static BigInteger Sum(IEnumerable<BigInteger> amounts) =>
        amounts.Aggregate(BigInteger.Zero, (a, b) => a + b);
}
