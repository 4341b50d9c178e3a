using Indexer.Addresses;
using Indexer.Domain;

namespace Indexer.Api.Tests.Sample;

/// <summary>
/// 200 shares of the vault, of which each earns 0.1 PHA in the blocks 30, 40, 60 and 80 of Ethereum and 0.2 in block 50. Blocks of equal height have equal
/// times on both networks.
/// </summary>
internal static class BridgeStory
{
    public static readonly AccountId Ann = Account(0x31);
    public static readonly AccountId Bob = Account(0x41);
    public static readonly AccountId Carl = Account(0x51);
    public static readonly AccountId Dora = Account(0x61);
    public static readonly AccountId Token = Account(0x71);
    public static readonly AccountId Vault = EvmAddress.Parse(Story.VaultId);
    private static readonly byte[] Withdrawal = Chain.HashOf(150);
    private static readonly byte[] Failing = Chain.HashOf(151);

    public static string TokenId => Token.ToString();

    public static Task TellAsync(string network, Chain chain) =>
        network == "ethereum" ? EthereumAsync(chain) : PhalaL2Async(chain);

    private static async Task EthereumAsync(Chain chain)
    {
        await chain.BlockAsync(
            10,
            Pool(Story.VaultId, PoolKind.Erc4626, Vault),
            Shares(Story.VaultId, Ann, StakeEventKind.Deposit, 100, 100),
            Shares(Story.VaultId, Bob, StakeEventKind.Deposit, 100, 100)
        );
        await chain.BlockAsync(20, [.. Leave(chain, 20, Ann, Carl, 60, 1)]);
        await chain.BlockAsync(30, Reward(20));
        await chain.BlockAsync(40, Reward(20));
        await chain.BlockAsync(50, Reward(40));
        await chain.BlockAsync(60, Reward(20));
        await chain.BlockAsync(
            65,
            new StateChange(
                new BridgeWithdrawal
                {
                    WithdrawalHash = Withdrawal,
                    ProvenHeight = 65,
                    ProvenTime = Time(65),
                    ProvenTransaction = Chain.HashOf(165),
                }
            )
        );
        await chain.BlockAsync(66, [.. Leave(chain, 66, Bob, Carl, 10, 2, Failing)]);
        await chain.BlockAsync(71, [.. Leave(chain, 71, Bob, Dora, 5, 3)]);
        await chain.BlockAsync(80, Reward(20));
    }

    private static async Task PhalaL2Async(Chain chain)
    {
        await chain.BlockAsync(
            35,
            Pool(TokenId, PoolKind.BridgedShares, Token),
            Shares(TokenId, Carl, StakeEventKind.BridgeIn, 60),
            new StateChange(Row(35, BridgeDirection.Deposit, BridgeSide.Finalized, Ann, Carl, 60, 1)),
            new PoolChange(TokenId, pool => pool with { BackingPoolId = Story.VaultId })
        );
        await chain.BlockAsync(
            45,
            Shares(TokenId, Carl, StakeEventKind.TransferOut, -20),
            Shares(TokenId, Dora, StakeEventKind.TransferIn, 20)
        );
        await chain.BlockAsync(
            55,
            Shares(TokenId, Dora, StakeEventKind.BridgeOut, -10),
            new StateChange(
                Row(55, BridgeDirection.Withdrawal, BridgeSide.Initiated, Dora, Ann, 10, 4) with
                {
                    WithdrawalHash = Withdrawal,
                }
            )
        );
        await chain.BlockAsync(
            70,
            new StateChange(
                new BridgeFailure
                {
                    MessageHash = Failing,
                    FailedHeight = 70,
                    FailedTime = Time(70),
                    FailedTransaction = Chain.HashOf(170),
                }
            )
        );
    }

    public static DateTimeOffset Time(long height) => Story.Start.AddSeconds(12 * height);

    /// <summary>Shares go into the escrow, and on their way.</summary>
    public static IEnumerable<Change> Leave(
        Chain chain,
        long height,
        AccountId from,
        AccountId to,
        long shares,
        byte message,
        byte[]? hash = null,
        int number = 1
    )
    {
        yield return Shares(Story.VaultId, from, StakeEventKind.BridgeOut, -shares);
        yield return new PoolChange(
            Story.VaultId,
            pool =>
                pool with
                {
                    TotalShares = pool.TotalShares + Story.Pha(shares),
                    BridgedShares = pool.BridgedShares + Story.Pha(shares),
                }
        );
        yield return new StateChange(
            Row(height, BridgeDirection.Deposit, BridgeSide.Initiated, from, to, shares, message) with
            {
                Number = number,
                MessageHash = hash,
                RewardIndex = chain.State.Pool(Story.VaultId).State.RewardIndex,
            }
        );
    }

    public static BridgeTransfer Row(
        long height,
        BridgeDirection direction,
        BridgeSide side,
        AccountId from,
        AccountId to,
        long shares,
        byte message
    )
    {
        var isL1 = direction == BridgeDirection.Deposit == (side == BridgeSide.Initiated);
        return new BridgeTransfer
        {
            EventHeight = height,
            EventIndex = 0,
            Direction = direction,
            Side = side,
            Message = Chain.HashOf(message),
            Number = 1,
            Token = isL1 ? Vault : Token,
            RemoteToken = isL1 ? Token : Vault,
            Sender = from,
            Receiver = to,
            Amount = Story.Pha(shares),
            EventTime = Time(height),
            Transaction = Chain.HashOf(height),
        };
    }

    public static PoolAppeared Pool(string id, PoolKind kind, AccountId account) =>
        new(
            new Pool
            {
                Network = "",
                Id = id,
                Kind = kind,
                Account = account,
                Height = 0,
                Time = default,
            }
        );

    public static StakeEvent Shares(string pool, AccountId account, StakeEventKind kind, long shares, long value = 0) =>
        new()
        {
            PoolId = pool,
            Account = account,
            Kind = kind,
            Shares = Story.Pha(shares),
            Value = Story.Pha(value),
        };

    private static Reward Reward(long amount) =>
        new()
        {
            PoolId = Story.VaultId,
            Kind = RewardKind.Stakers,
            Amount = Story.Pha(amount),
            TotalShares = Story.Pha(200),
            Stated = true,
        };

    private static AccountId Account(byte seed) => new([.. Enumerable.Repeat(seed, AccountId.EvmLength)]);
}
