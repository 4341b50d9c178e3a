namespace Indexer.Simulator.Staking;

/// <summary>PHA and W-PHA balances with the events of their pallets.</summary>
internal sealed class Ledger
{
    private const uint WrappedAsset = 10_000;
    private readonly Dictionary<AccountId, UInt128> _free = [];
    private readonly Dictionary<AccountId, UInt128> _wrapped = [];
    private readonly Dictionary<AccountId, UInt128> _reserved = [];

    public static AccountId WrappedPallet { get; } = AccountId.Padded("wpha/");

    public static AccountId SubsidyPool { get; } = AccountId.Padded("modlphala/pp");

    public static AccountId TreasuryAccount { get; } = AccountId.Padded("modlpy/trsry");

    public HashSet<AccountId> Touched { get; } = [];

    /// <summary>All PHA, free and reserved.</summary>
    public UInt128 Issuance { get; private set; }

    public UInt128 Free(AccountId account) => _free.GetValueOrDefault(account);

    public UInt128 Wrapped(AccountId account) => _wrapped.GetValueOrDefault(account);

    public UInt128 Reserved(AccountId account) => _reserved.GetValueOrDefault(account);

    public void Endow(AccountId account, UInt128 amount)
    {
        Change(_free, account, amount, 0);
        Issuance += amount;
    }

    public void Reserve(BlockRun run, AccountId who, UInt128 amount)
    {
        Change(_free, who, 0, amount);
        Change(_reserved, who, amount, 0);
        run.Emit("Balances", "Reserved", who, amount);
    }

    public void Unreserve(BlockRun run, AccountId who, UInt128 amount)
    {
        Change(_reserved, who, 0, amount);
        Change(_free, who, amount, 0);
        run.Emit("Balances", "Unreserved", who, amount);
    }

    /// <summary>Takes a deposit away and gives it to the treasury.</summary>
    public void SlashReserved(BlockRun run, AccountId who, UInt128 amount)
    {
        Change(_reserved, who, 0, amount);
        run.EmitIfKnown("Balances", "Slashed", who, amount);
        GiveTreasury(run, amount);
    }

    /// <summary>Takes free PHA away and gives it to the treasury.</summary>
    public void Slash(BlockRun run, AccountId who, UInt128 amount)
    {
        Change(_free, who, 0, amount);
        run.EmitIfKnown("Balances", "Slashed", who, amount);
        GiveTreasury(run, amount);
    }

    /// <summary>The treasury's part of a settlement, from the subsidy pool; nothing is told of nothing.</summary>
    public void SettleTreasury(BlockRun run, UInt128 amount)
    {
        if (amount > 0)
        {
            Withdraw(run, SubsidyPool, amount);
            GiveTreasury(run, amount);
        }
    }

    /// <summary>Takes what <see cref="Deposit"/> gave to others: together they move PHA without a transfer.</summary>
    public void Withdraw(BlockRun run, AccountId who, UInt128 amount)
    {
        Change(_free, who, 0, amount);
        run.EmitIfKnown("Balances", "Withdraw", who, amount);
    }

    public void Deposit(BlockRun run, AccountId to, UInt128 amount)
    {
        Greet(run, to, amount);
        Change(_free, to, amount, 0);
        run.Emit("Balances", "Deposit", to, amount);
    }

    public void PayFee(BlockRun run, AccountId who, UInt128 fee)
    {
        Change(_free, who, 0, fee);
        run.EmitIfKnown("Balances", "Withdraw", who, fee);
    }

    public void SettleFee(BlockRun run, AccountId who, UInt128 fee)
    {
        GiveTreasury(run, fee);
        run.EmitIfKnown("TransactionPayment", "TransactionFeePaid", who, fee, UInt128.Zero);
    }

    public void TransferFree(BlockRun run, AccountId from, AccountId to, UInt128 amount)
    {
        Change(_free, from, 0, amount);
        Greet(run, to, amount);
        Change(_free, to, amount, 0);
        run.Emit("Balances", "Transfer", from, to, amount);
    }

    public void Mint(BlockRun run, AccountId to, UInt128 amount)
    {
        Change(_wrapped, to, amount, 0);
        run.Emit("Assets", "Issued", WrappedAsset, to, amount);
    }

    /// <summary>
    /// False when the amount is below the asset's minimum and the account has none; runtimes that cannot say so mint it.
    /// </summary>
    public bool TryMint(BlockRun run, AccountId to, UInt128 amount)
    {
        var isTooSmall = amount > 0 && Wrapped(to) == 0 && amount < Dust.WrappedMinimum;
        if (isTooSmall && run.Runtime.HasEvent("PhalaStakePoolv2", "RewardToOwnerDismissedDust"))
        {
            return false;
        }
        Mint(run, to, amount);
        return true;
    }

    public void Burn(BlockRun run, AccountId from, UInt128 amount)
    {
        Change(_wrapped, from, 0, amount);
        run.Emit("Assets", "Burned", WrappedAsset, from, amount);
    }

    /// <summary>
    /// Moves W-PHA. A rest below the asset's minimum cannot stay behind: it moves along, so that the event tells more than was asked
    /// for, and from spec 1250 on it is lost without a word.
    /// </summary>
    /// <returns>The rest.</returns>
    public UInt128 TransferWrapped(BlockRun run, AccountId from, AccountId to, UInt128 amount)
    {
        var rest = Wrapped(from) - amount;
        var dust = rest < Dust.WrappedMinimum ? rest : 0;
        var isLost = run.Runtime.SpecVersion >= 1250;
        var moved = isLost ? amount : amount + dust;
        if (isLost && dust > 0)
        {
            run.Records.LostRests.Add((run.Height, dust));
        }

        Change(_wrapped, from, 0, amount + dust);
        Change(_wrapped, to, moved, 0);
        run.Emit("Assets", "Transferred", WrappedAsset, from, to, moved);
        return dust;
    }

    private void GiveTreasury(BlockRun run, UInt128 amount)
    {
        Deposit(run, TreasuryAccount, amount);
        run.Emit("Treasury", "Deposit", amount);
    }

    private void Greet(BlockRun run, AccountId account, UInt128 amount)
    {
        if (!_free.ContainsKey(account))
        {
            run.Emit("System", "NewAccount", account);
            run.Emit("Balances", "Endowed", account, amount);
        }
    }

    private void Change(Dictionary<AccountId, UInt128> balances, AccountId account, UInt128 plus, UInt128 minus)
    {
        balances[account] = checked(balances.GetValueOrDefault(account) + plus - minus);
        Touched.Add(account);
    }
}
