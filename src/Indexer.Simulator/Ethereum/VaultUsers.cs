namespace Indexer.Simulator.Ethereum;

/// <summary>What holders do with their vPHA.</summary>
internal sealed class VaultUsers(
    EthereumRun run,
    VaultContract vault,
    IReadOnlyList<Person> people,
    Prng random,
    ulong identity
)
{
    private static readonly UInt128 Pha = 1_000_000_000_000_000_000;

    public void Play(EthereumAction kind)
    {
        var user = random.Pick(people).L1Receiver;
        switch (kind)
        {
            case EthereumAction.Deposit:
                Begin(user);
                run.Emit(Addresses.Pha, AbiEvents.Approval, user, Addresses.Vault, Pha * 1_000_000);
                vault.Deposit(
                    run,
                    user,
                    user,
                    ((UInt128)random.Between(100, 20_000) * Pha) + (random.Next() % 1_000_000)
                );
                break;
            case EthereumAction.Approve:
                Begin(user);
                run.Emit(Addresses.Vault, AbiEvents.Approval, user, random.Pick(people).L1Receiver, Pha * 5);
                break;
            case EthereumAction.Payout or EthereumAction.Cancel:
                Unlocking(kind);
                break;
            default:
                Holding(kind);
                break;
        }
    }

    private void Holding(EthereumAction kind)
    {
        var holders = vault
            .Shares.Holders.Where(IsPerson)
            .OrderBy(holder => holder.Hex, StringComparer.Ordinal)
            .ToList();
        if (holders.Count == 0)
        {
            return;
        }
        var holder = random.Pick(holders);
        var shares = random.Chance(10) ? vault.Shares.Of(holder) : random.Part(vault.Shares.Of(holder), 50, 700);
        var other = random.Pick(people).L1Receiver;
        if (shares == 0)
        {
            return;
        }
        if (kind == EthereumAction.Transfer)
        {
            Begin(holder);
            vault.Transfer(run, holder, other, shares);
        }
        else if (vault.Requests(holder).Count < vault.MaxRequests)
        {
            Begin(holder);
            vault.Redeem(run, holder, random.Chance(80) ? holder : other, shares);
        }
    }

    private void Unlocking(EthereumAction kind)
    {
        var matured = kind == EthereumAction.Payout;
        var owners = vault
            .Requesters.Where(owner => !matured || vault.Requests(owner).Any(IsDue))
            .OrderBy(owner => owner.Hex, StringComparer.Ordinal)
            .ToList();
        if (owners.Count == 0)
        {
            return;
        }
        var owner = random.Pick(owners);
        if (matured)
        {
            Begin(random.Chance(70) ? owner : random.Pick(people).L1Receiver);
            vault.Claim(run, owner, together: random.Chance(50));
            return;
        }
        Begin(owner);
        var index = random.Below(vault.Requests(owner).Count);
        vault.Cancel(run, owner, index, random.Chance(70) ? owner : random.Pick(people).L1Receiver);
    }

    private bool IsDue(UnlockRequest request) => request.StartTime + vault.UnlockPeriod <= run.Time;

    private bool IsPerson(EvmAddress address) => people.Any(person => person.L1Receiver == address);

    private void Begin(EvmAddress from) => run.Begin(identity, from, Addresses.Vault);
}
