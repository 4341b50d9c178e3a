using System.Numerics;
using Indexer.Domain;

namespace Indexer.Handlers.Evm.Tests;

/// <summary>
/// A vault that plays the contract: ERC-4626 arithmetic (one virtual share and asset, rounded down), unlock requests with a
/// period, linear rewards. It keeps its own books in plain integers and states everything to the feed by logs alone.
/// </summary>
internal sealed class VaultModel(Feed feed)
{
    private const int UnlockPeriod = 1000;
    public static readonly BigInteger EarnedScale = BigInteger.Pow(10, 60);
    public static readonly AccountId Relayer = Feed.Account(0xee);
    private static readonly BigInteger Rate = BigInteger.Parse("1234567890123457");
    private long now;

    public List<(AccountId Owner, AccountId Receiver, BigInteger Assets, long Due)> Requests { get; } = [];

    public Dictionary<AccountId, Holding> Holdings { get; } = [];

    /// <summary>How often each step did something.</summary>
    public Dictionary<string, int> Played { get; } = [];

    public BigInteger Supply { get; private set; }

    public BigInteger Assets { get; private set; }

    /// <summary>Rewards that were settled while there were shares.</summary>
    public BigInteger EarnedRewards { get; private set; }

    /// <summary>Withdraw minus Claimed minus Deposit of the vault, from the logs alone.</summary>
    public BigInteger UnstakeLocked { get; private set; }

    /// <summary>A large deposit, after which the price of a share moves slowly, as that of the real vault does.</summary>
    public void Endow(AccountId owner) => Mint("deposit", owner, 1000 * BigInteger.Pow(10, 18), owner, null);

    public void Play(Step step)
    {
        now += step.Pause;
        feed.NextBlock(step.Pause);
        var (who, whom) = (Feed.Account(step.Who), Feed.Account(step.Whom));
        switch (step.Kind)
        {
            case 0:
                Settle(step.Pause);
                Mint("deposit", whom, step.Part * BigInteger.Pow(10, 15) + 7, who, null);
                break;
            case 1:
                Settle(step.Pause);
                Redeem(who, whom, Part(who, step.Part));
                break;
            case 2:
                Transfer(who, whom, Part(who, step.Part));
                break;
            case 3:
                Settle(step.Pause);
                Cancel(who, whom, step.Part);
                break;
            default:
                Claim(who, asSum: step.Part % 2 == 0);
                break;
        }
    }

    private Holding Of(AccountId account) =>
        Holdings.TryGetValue(account, out var holding) ? holding : Holdings[account] = new Holding();

    private BigInteger Part(AccountId account, int part) => Of(account).Shares * part / 100;

    private void Settle(int seconds)
    {
        var rewards = Rate * seconds;
        Assets += rewards;
        feed.RewardsSettled(rewards, Assets);
        if (Supply.IsZero)
        {
            return;
        }

        EarnedRewards += rewards;
        foreach (var holding in Holdings.Values)
        {
            holding.Earned += holding.Shares * rewards * EarnedScale / Supply;
        }
    }

    private void Mint(string step, AccountId owner, BigInteger assets, AccountId sender, AccountId? transactionSender)
    {
        var shares = assets * (Supply + 1) / (Assets + 1);
        (Supply, Assets) = (Supply + shares, Assets + assets);
        Of(owner).Shares += shares;
        Of(owner).Cost += assets;
        feed.Transfer(Feed.Zero, owner, shares);
        feed.Deposit(sender, owner, assets, shares, transactionSender);
        Count(step);
    }

    private void Redeem(AccountId owner, AccountId receiver, BigInteger shares)
    {
        var assets = shares * (Assets + 1) / (Supply + 1);
        (Supply, Assets) = (Supply - shares, Assets - assets);
        Of(owner).Take(shares);
        feed.Transfer(owner, Feed.Zero, shares);
        feed.Withdraw(owner, receiver, owner, assets, shares);
        UnstakeLocked += assets;
        if (!assets.IsZero)
        {
            Requests.Add((owner, receiver, assets, now + UnlockPeriod));
            Count("redeem");
        }
    }

    private void Transfer(AccountId from, AccountId to, BigInteger shares)
    {
        var cost = Of(from).Take(shares);
        Of(to).Shares += shares;
        Of(to).Cost += cost;
        feed.Transfer(from, to, shares);
        Count(from == to ? "transfer to oneself" : "transfer");
    }

    private void Cancel(AccountId who, AccountId receiver, int choice)
    {
        var own = Requests.Where(request => request.Owner == who).ToList();
        if (own.Count == 0)
        {
            return;
        }

        var assets = own[choice % own.Count].Assets;
        Requests.Remove(own.First(request => request.Assets == assets));
        UnstakeLocked -= assets;
        var isWallet = choice % 3 == 0;
        Mint("cancel", isWallet ? who : receiver, assets, Feed.Vault, isWallet ? Relayer : who);
    }

    private void Claim(AccountId owner, bool asSum)
    {
        var due = Requests.Where(request => request.Owner == owner && request.Due <= now).ToList();
        Requests.RemoveAll(due.Contains);
        var payments = asSum
            ? due.GroupBy(request => request.Receiver)
                .Select(group => (group.Key, group.Aggregate(BigInteger.Zero, (sum, one) => sum + one.Assets)))
            : due.Select(request => (request.Receiver, request.Assets));
        foreach (var (receiver, assets) in payments.ToList())
        {
            feed.Claimed(Relayer, receiver, owner, assets);
            UnstakeLocked -= assets;
            Count(asSum ? "claim of a sum" : "claim one by one");
        }
    }

    private void Count(string step) => Played[step] = Played.GetValueOrDefault(step) + 1;
}
