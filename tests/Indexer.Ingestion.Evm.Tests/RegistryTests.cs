using Indexer.Evm;

namespace Indexer.Ingestion.Evm.Tests;

public sealed class RegistryTests
{
    private static readonly EvmHandlers Handlers = new();

    /// <summary>Role, topic, number of indexed parameters, whether it has a handler.</summary>
    public static TheoryData<string, string, int, bool> Events()
    {
        var events = new TheoryData<string, string, int, bool>
        {
            { "pha-vault", Topics.Transfer, 2, true },
            { "pha-vault", Topics.Deposit, 2, true },
            { "pha-vault", Topics.Withdraw, 3, true },
            { "pha-vault", Topics.VaultClaimed, 3, true },
            { "pha-vault", Topics.RewardsSettled, 0, true },
            { "pha-vault", Topics.TreasurySettled, 0, true },
            { "pha-vault", Topics.TreasuryAssetsClaimed, 1, true },
            { "pha-vault", Topics.RewardRateUpdated, 0, true },
            { "pha-vault", Topics.UnlockPeriodUpdated, 0, true },
            { "pha-vault", Topics.MaxUnlockRequestsUpdated, 0, true },
            { "pha-vault", Topics.TreasuryRatioUpdated, 0, true },
            { "pha-vault", Topics.Approval, 2, false },
            { "pha-vault", Topics.Paused, 0, false },
            { "pha-vault", Topics.Unpaused, 0, false },
            { "pha-vault", Topics.OwnershipTransferred, 2, false },
            { "pha-vault", Topics.Initialized, 0, false },
            { "pha-vault", Topics.Upgraded, 1, false },
        };
        foreach (var claimer in new[] { "khala-claimer", "phala-claimer" })
        {
            events.Add(claimer, Topics.Claimed, 1, true);
            events.Add(claimer, Topics.ClaimedAndBridged, 1, true);
            events.Add(claimer, Topics.Deposited, 0, true);
            events.Add(claimer, Topics.SignerSet, 1, false);
            events.Add(claimer, Topics.BridgeConfigUpdated, 2, false);
            events.Add(claimer, Topics.Upgraded, 1, false);
            events.Add(claimer, Topics.OwnershipTransferred, 2, false);
            events.Add(claimer, Topics.Initialized, 0, false);
        }

        return events;
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_of_the_contracts_is_handled_or_ignored(
        string role,
        string topic,
        int indexed,
        bool isHandled
    ) => Assert.Equal(isHandled, Handlers.For(role, Log(topic, indexed)) is not null);

    [Fact]
    public void No_handler_is_for_an_event_outside_of_the_table()
    {
        var handled = Handlers
            .All.SelectMany(handler =>
                handler.Roles.Select(role => (role, Convert.ToHexStringLower(handler.Event.Topic0)))
            )
            .ToList();

        Assert.Equal(
            Events().Where(row => row.Data.Item4).Select(row => (row.Data.Item1, row.Data.Item2)).Order(),
            handled.Order()
        );
    }

    [Fact]
    public void The_roles_are_those_of_the_configuration() =>
        Assert.Equal(["khala-claimer", "pha-vault", "phala-claimer"], Handlers.Roles);

    [Fact]
    public void An_event_is_handled_or_ignored_but_not_both()
    {
        var handled = Handlers.All.SelectMany(handler => handler.Roles.Select(role => (role, handler.Event.Signature)));
        var ignored = IgnoredLogs.Reasons.Keys.Select(key =>
            (key.Role, global::Indexer.Evm.Abi.AbiEvent.Parse(key.Declaration).Signature)
        );

        Assert.Empty(handled.Intersect(ignored));
        Assert.All(IgnoredLogs.Reasons.Values, reason => Assert.NotEmpty(reason));
    }

    [Theory]
    [InlineData("pha-vault", Topics.VoteCast, 1)]
    [InlineData("pha-vault", Topics.Claimed, 1)]
    [InlineData("khala-claimer", Topics.Transfer, 2)]
    [InlineData("pha-vault", Topics.Transfer, 3)]
    public void An_unknown_event_or_other_indexed_parameters_stop(string role, string topic, int indexed) =>
        Assert.Throws<UnhandledEventException>(() => Handlers.For(role, Log(topic, indexed)));

    private static EvmLog Log(string topic, int indexed) =>
        new(
            Feed.Vault,
            [Convert.FromHexString(topic), .. Enumerable.Repeat(new byte[32], indexed)],
            [],
            1,
            new byte[32],
            new byte[32],
            0,
            0
        );
}
