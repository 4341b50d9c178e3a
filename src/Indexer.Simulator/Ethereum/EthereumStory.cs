namespace Indexer.Simulator.Ethereum;

/// <summary>Plays the actions of Ethereum on the contracts.</summary>
internal sealed class EthereumStory(
    ulong seed,
    IReadOnlyList<Person> people,
    VaultContract vault,
    ClaimerContract khala,
    ClaimerContract phala
)
{
    private static readonly UInt128 Pha = 1_000_000_000_000_000_000;
    private static readonly AbiFunction Wallet = new("execute(address,uint256,bytes)");
    private bool _deployed;

    public void Play(EthereumRun run, EthereumAction kind, ulong identity)
    {
        var random = new Prng(identity);
        switch (kind)
        {
            case EthereumAction.DeployVault:
                Administer(run, identity, Addresses.Vault, () => vault.Initialize(run));
                _deployed = true;
                break;
            case EthereumAction.DeployKhalaClaimer:
                Administer(run, identity, Addresses.KhalaClaimer, () => khala.Initialize(run, bridges: false));
                break;
            case EthereumAction.DeployPhalaClaimer:
                Administer(run, identity, Addresses.PhalaClaimer, () => phala.Initialize(run, bridges: true));
                break;
            case EthereumAction.FundKhalaClaimer when _deployed:
                Administer(run, identity, Addresses.KhalaClaimer, () => khala.Deposit(run, vault));
                break;
            case EthereumAction.FundPhalaClaimer when _deployed:
                Administer(run, identity, Addresses.PhalaClaimer, () => phala.Deposit(run, vault));
                break;
            case EthereumAction.ClaimKhala:
                Claim(run, identity, random, khala, Addresses.KhalaClaimer, bridges: false);
                break;
            case EthereumAction.ClaimPhala:
                Claim(run, identity, random, phala, Addresses.PhalaClaimer, bridges: true);
                break;
            case EthereumAction.ForeignTransfer or EthereumAction.ForeignDeposit:
                Foreign(run, kind, identity, random);
                break;
            default:
                PlayVault(run, kind, identity, random);
                break;
        }
    }

    private void PlayVault(EthereumRun run, EthereumAction kind, ulong identity, Prng random)
    {
        if (!khala.IsFunded)
        {
            return;
        }
        if (kind is EthereumAction.StartRewards or (>= EthereumAction.ChangeRate and <= EthereumAction.MoveOwnership))
        {
            Administer(run, identity, Addresses.Vault, () => Change(run, kind, random));
            return;
        }
        if (!vault.IsPaused)
        {
            new VaultUsers(run, vault, people, random, identity).Play(kind);
        }
    }

    private void Change(EthereumRun run, EthereumAction kind, Prng random)
    {
        switch (kind)
        {
            case EthereumAction.StartRewards or EthereumAction.ChangeRate:
                // About 15 to 25 percent a year of what is staked; a multiple of 10000 splits without a rest.
                var yearly = vault.TotalAssets(run.Time) / 1000 * (UInt128)random.Between(200, 320);
                vault.SetRewardRate(run, yearly / 31_536_000 / 10_000 * 10_000);
                break;
            case EthereumAction.ChangeRatio:
                vault.SetTreasuryRatio(run, (uint)random.Between(10, 30) * 100);
                break;
            case EthereumAction.ChangePeriod:
                vault.SetUnlockPeriod(run, (ulong)random.Between(7, 28) * 86_400);
                break;
            case EthereumAction.ChangeMaxRequests:
                vault.SetMaxRequests(run, (uint)random.Between(8, 40));
                break;
            case EthereumAction.ClaimTreasury:
                vault.ClaimTreasury(run, Addresses.Admin);
                break;
            case EthereumAction.Pause:
                vault.SetPaused(run, true);
                vault.SetPaused(run, false);
                break;
            default:
                run.Emit(Addresses.Vault, AbiEvents.OwnershipTransferred, Addresses.Admin, Addresses.Admin);
                break;
        }
    }

    private void Claim(
        EthereumRun run,
        ulong identity,
        Prng random,
        ClaimerContract claimer,
        EvmAddress address,
        bool bridges
    )
    {
        var open = people.Where(claimer.CanClaim).ToList();
        if (open.Count > 0)
        {
            var person = random.Pick(open);
            var sender = random.Chance(80) ? person.L1Receiver : Cast.Address(seed, 2_000_000 + random.Below(5));
            switch (random.Below(10))
            {
                case 0:
                    run.Begin(identity, Addresses.Admin, address, claimer.Input(person, bridges, byAdmin: true));
                    claimer.Claim(run, vault, person, bridges, byAdmin: true);
                    break;
                case 1:
                    // A wallet contract: what it calls is in its own words.
                    run.Begin(identity, sender, Addresses.Foreign, Wallet.Encode(address, 0, Array.Empty<byte>()));
                    claimer.Claim(run, vault, person, bridges, byAdmin: null);
                    break;
                default:
                    run.Begin(identity, sender, address, claimer.Input(person, bridges, byAdmin: false));
                    claimer.Claim(run, vault, person, bridges, byAdmin: false);
                    break;
            }
        }
    }

    private void Foreign(EthereumRun run, EthereumAction kind, ulong identity, Prng random)
    {
        var from = random.Pick(people).L1Receiver;
        var to = Cast.Address(seed, 3_000_000 + random.Below(50));
        var amount = (UInt128)random.Between(1, 5_000) * Pha;
        run.Begin(identity, from, Addresses.Foreign);
        run.Emit(Addresses.Foreign, AbiEvents.Transfer, from, to, amount);
        if (kind == EthereumAction.ForeignDeposit)
        {
            run.Emit(Addresses.Foreign, AbiEvents.Deposit, from, to, amount, amount);
        }
    }

    private static void Administer(EthereumRun run, ulong identity, EvmAddress contract, Action execute)
    {
        run.Begin(identity, Addresses.Admin, contract);
        execute();
    }
}
