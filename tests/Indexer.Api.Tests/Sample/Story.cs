using Indexer.Domain;
using Indexer.Storage;

namespace Indexer.Api.Tests.Sample;

/// <summary>
/// What happens in the sample. Phala: a stake pool and a vault, two delegators, rewards that do not divide evenly, a
/// withdrawal. Ethereum: the PHA vault, a claim of a known and one of an unknown account, an unlock request.
/// </summary>
internal static class Story
{
    public const string VaultId = "0xe1fe1b38557289acc9e603203d5a7794b1ceeb08";
    public static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Pha Pha(long whole) => new(Domain.Pha.UnitsPerPha * whole);

    public static async Task TellAsync(LedgerWriter writer)
    {
        await PhalaAsync(new Chain(writer, "phala", Start));
        await EthereumAsync(new Chain(writer, "ethereum", Start));
    }

    private static StateChange Named(AccountId account, string display) =>
        new(
            new Identity
            {
                Account = account,
                IsSet = true,
                Display = display,
                ChangedTime = Start,
            }.WithSearchText()
        );

    private static async Task PhalaAsync(Chain chain)
    {
        await chain.BlockAsync(
            10,
            Pool("1", PoolKind.StakePool, People.PoolAccount),
            Pool("2", PoolKind.Vault, People.VaultAccount)
        );
        await chain.BlockAsync(
            11,
            [
                Delegation("1", People.Ann, Pha(1000)),
                Delegation("1", People.Bob, Pha(500)),
                Delegation("2", People.Bob, Pha(300)),
                new StateChange(new WhitelistEntry { PoolId = "1", Account = People.Ann }),
                Named(People.Owner, "The Owner"),
                .. Workers(),
                new PoolChange(
                    "1",
                    state =>
                        state with
                        {
                            Commission = 100_000,
                            WhitelistEnabled = true,
                            WorkerCount = 1,
                            IdleWorkerShares = Shares("5936328831862332068330"),
                        }
                ),
            ]
        );
        await chain.BlockAsync(
            12,
            new Reward
            {
                PoolId = "1",
                Kind = RewardKind.Stakers,
                Amount = Pha(10),
                TotalShares = Pha(1500),
                Stated = true,
            },
            new Reward
            {
                PoolId = "1",
                Kind = RewardKind.Owner,
                Account = People.Owner,
                Amount = Pha(1),
                Stated = true,
            },
            new SessionChange(
                new SessionReading
                {
                    SessionId = 77,
                    V = new U64F64((4_000 * (UInt128.One << 64)) + 1),
                    TotalReward = Pha(11),
                }
            ),
            new SessionChange(new SessionReading { SessionId = 77, InstantP = 1_900 }),
            new PoolChange("1", state => state with { IdleWorkerShares = Shares("5122499389946278949190") })
        );
        await chain.BlockAsync(
            13,
            new StakeEvent
            {
                PoolId = "1",
                Account = People.Ann,
                Kind = StakeEventKind.Withdrawal,
                Amount = Pha(403),
                Value = -Pha(403),
                Shares = -Pha(400),
                Cost = -Pha(400),
            }
        );
    }

    private static async Task EthereumAsync(Chain chain)
    {
        await chain.BlockAsync(
            100,
            new PoolAppeared(
                new Pool
                {
                    Network = "",
                    Id = VaultId,
                    Kind = PoolKind.Erc4626,
                    Account = People.PhaVault,
                    Height = 0,
                    Time = default,
                }
            ),
            new StateChange(
                new VaultTerms
                {
                    PoolId = VaultId,
                    UnlockPeriod = 1_814_400,
                    TreasuryRatio = 2000,
                }
            )
        );
        await chain.BlockAsync(
            101,
            [
                .. Claim(People.Ann, People.AnnReceiver, People.AnnL2Receiver, Pha(7), Pha(70)),
                Delegation(VaultId, People.AnnReceiver, Pha(70), StakeEventKind.Deposit),
            ]
        );
        await chain.BlockAsync(102, [.. Claim(People.Unseen, People.UnseenReceiver, null, Pha(3), Pha(30))]);
        await chain.BlockAsync(
            103,
            new StakeEvent
            {
                PoolId = VaultId,
                Account = People.AnnReceiver,
                Kind = StakeEventKind.UnlockRequested,
                Amount = Pha(20),
                Value = -Pha(20),
                Shares = -Pha(20),
                UnlockingValue = Pha(20),
                Cost = -Pha(20),
                Counterparty = People.AnnL2Receiver,
            },
            new StateChange(
                new UnlockRequest
                {
                    PoolId = VaultId,
                    RequestHeight = 103,
                    RequestIndex = 0,
                    Owner = People.AnnReceiver,
                    Receiver = People.AnnL2Receiver,
                    Assets = Pha(20),
                    RequestedAt = Start.AddSeconds(12 * 103),
                }
            )
        );
    }

    private static PoolAppeared Pool(string id, PoolKind kind, AccountId account) =>
        new(
            new Pool
            {
                Network = "",
                Id = id,
                Pid = long.Parse(id),
                Kind = kind,
                Owner = People.Owner,
                Account = account,
                CollectionId = 100 + long.Parse(id),
                Height = 0,
                Time = default,
            }
        );

    private static Change[] Workers() =>
        [
            new StateChange(
                new Worker
                {
                    PoolId = "1",
                    PublicKey = People.Unseen,
                    Session = People.PoolAccount,
                    SessionId = 77,
                    State = SessionState.Idle,
                    InitialV = Number(5_000),
                    InitialP = 2_000,
                    Stake = Pha(700),
                }
            ),
            new StateChange(
                new Worker
                {
                    PoolId = "1",
                    PublicKey = People.Bob,
                    Session = People.VaultAccount,
                    SessionId = 78,
                    State = SessionState.CoolingDown,
                    CoolingDownSince = Start.AddSeconds(12 * 11),
                    IsRemoved = true,
                }
            ),
            new StateChange(
                new WorkerRegistration
                {
                    PublicKey = People.Unseen,
                    ConfidenceLevel = 4,
                    InitialScore = 2_100,
                }
            ),
            new StateChange(
                new Tokenomics
                {
                    CoolDownPeriod = 12,
                    BudgetPerBlock = Number(100),
                    TreasuryRatio = new U64F64((UInt128.One << 64) / 5),
                }
            ),
            new SessionChange(new SessionReading { SessionId = 77, V = Number(5_000) }),
        ];

    private static U64F64 Number(int number) => new((UInt128)number << 64);

    private static Pha Shares(string units) => new(Int128.Parse(units));

    private static StakeEvent Delegation(
        string poolId,
        AccountId account,
        Pha amount,
        StakeEventKind kind = StakeEventKind.Contribution
    ) =>
        new()
        {
            PoolId = poolId,
            Account = account,
            Kind = kind,
            Amount = amount,
            Value = amount,
            Shares = amount,
            Cost = amount,
        };

    private static IEnumerable<Change> Claim(AccountId user, AccountId receiver, AccountId? l2, Pha free, Pha shares)
    {
        yield return new Claim
        {
            Kind = ClaimKind.Phala,
            Contract = People.Claimer,
            User = user.ClaimUser(),
            Free = free,
            StakedShares = shares,
            Receiver = receiver,
            L2Receiver = l2,
        };
        yield return new AccountLink
        {
            User = user.ClaimUser(),
            Account = receiver,
            Kind = AccountLinkKind.PhalaClaim,
        };
        if (l2 is { } bridged)
        {
            yield return new AccountLink
            {
                User = user.ClaimUser(),
                Account = bridged,
                Kind = AccountLinkKind.PhalaClaimBridged,
            };
        }
    }
}
