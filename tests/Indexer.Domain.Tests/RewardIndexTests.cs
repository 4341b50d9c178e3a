using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Indexer.Domain.Tests;

public sealed class RewardIndexTests
{
    [Fact]
    public void What_holders_earn_together_is_the_reward_less_at_most_a_unit_each()
    {
        var history =
            from shares in Gen.NonEmptyListOf(Gen.Choose(1, int.MaxValue).Select(n => new Pha((Int128)n * 1_000_003)))
            from rewards in Gen.NonEmptyListOf(Gen.Choose(0, int.MaxValue).Select(n => new Pha((Int128)n * 999_983)))
            select (shares.ToList(), rewards.ToList());
        Prop.ForAll(
                history.ToArbitrary(),
                ((List<Pha> Shares, List<Pha> Rewards) world) =>
                {
                    var total = Sum(world.Shares);
                    var index = world.Rewards.Aggregate(
                        BigInteger.Zero,
                        (index, reward) => RewardIndex.After(index, reward, total)
                    );
                    var earned = Sum(world.Shares.Select(shares => RewardIndex.Earned(shares, 0, index)));
                    var lost = Sum(world.Rewards) - earned;
                    return lost >= Pha.Zero && lost <= new Pha(world.Shares.Count + world.Rewards.Count);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Without_shares_nobody_earns() => Assert.Equal(7, RewardIndex.After(7, new Pha(100), Pha.Zero));

    [Fact]
    public void A_commission_takes_back_what_a_reward_gave()
    {
        var index = RewardIndex.After(RewardIndex.After(0, new Pha(300), new Pha(3)), new Pha(-300), new Pha(3));
        Assert.Equal(0, index);
    }

    private static Pha Sum(IEnumerable<Pha> amounts) => amounts.Aggregate(Pha.Zero, (sum, amount) => sum + amount);
}
