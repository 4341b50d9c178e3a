using Indexer.Evm;

namespace Indexer.Handlers.Evm.Tests;

public sealed class RegistryTests
{
    private static readonly EvmHandlers Handlers = HandlerCatalog.Evm;

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

        foreach (var topic in new[] { Topics.Transfer, Topics.Deposit })
        {
            events.Add("erc4626-vault", topic, 2, true);
        }

        events.Add("erc4626-vault", Topics.Withdraw, 3, true);
        events.Add("erc4626-vault", Topics.Approval, 2, false);
        events.Add("erc4626-vault", Topics.Paused, 0, false);
        AddBridge(events);
        AddGovernance(events);
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
        Assert.Equal(
            [
                "bridged-vpha",
                "collateral",
                "declared",
                "erc4626-vault",
                "governor",
                "governor-alpha",
                "governor-bravo",
                "khala-claimer",
                "l1-cross-domain-messenger",
                "l1-standard-bridge",
                "l2-cross-domain-messenger",
                "l2-message-passer",
                "l2-standard-bridge",
                "optimism-portal",
                "pha-vault",
                "phala-claimer",
                "staking-rewards",
                "timelock",
                "votes-token",
            ],
            HandlerCatalog.EvmRoles
        );

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
    [InlineData("governor", Topics.VoteCast, 0)]
    [InlineData("governor", Topics.AlphaVoteCast, 0)]
    [InlineData("governor-alpha", Topics.VoteCast, 1)]
    [InlineData("governor", Topics.ProposalExtended, 0)]
    public void An_unknown_event_or_other_indexed_parameters_stop(string role, string topic, int indexed) =>
        Assert.Throws<UnhandledEventException>(() => Handlers.For(role, Log(topic, indexed)));

    private static void AddBridge(TheoryData<string, string, int, bool> events)
    {
        events.Add("bridged-vpha", Topics.Transfer, 2, true);
        events.Add("bridged-vpha", Topics.Approval, 2, false);
        events.Add("bridged-vpha", Topics.Mint, 1, false);
        events.Add("bridged-vpha", Topics.Burn, 1, false);
        foreach (var bridge in new[] { "l1-standard-bridge", "l2-standard-bridge" })
        {
            events.Add(bridge, Topics.ERC20BridgeInitiated, 3, true);
            events.Add(bridge, Topics.ERC20BridgeFinalized, 3, true);
            events.Add(bridge, Topics.Initialized, 0, false);
        }

        events.Add("l1-standard-bridge", Topics.ERC20DepositInitiated, 3, false);
        events.Add("l1-standard-bridge", Topics.ERC20WithdrawalFinalized, 3, false);
        events.Add("l2-standard-bridge", Topics.WithdrawalInitiated, 3, false);
        events.Add("l2-standard-bridge", Topics.DepositFinalized, 3, false);
        events.Add("optimism-portal", Topics.WithdrawalProven, 3, true);
        events.Add("optimism-portal", Topics.WithdrawalFinalized, 1, true);
        events.Add("optimism-portal", Topics.TransactionDeposited, 3, false);
        events.Add("l2-message-passer", Topics.MessagePassed, 3, true);
        foreach (var messenger in new[] { "l1-cross-domain-messenger", "l2-cross-domain-messenger" })
        {
            events.Add(messenger, Topics.SentMessage, 1, true);
            events.Add(messenger, Topics.FailedRelayedMessage, 1, true);
            events.Add(messenger, Topics.RelayedMessage, 1, true);
            events.Add(messenger, Topics.Initialized, 0, false);
        }
    }

    private static void AddGovernance(TheoryData<string, string, int, bool> events)
    {
        foreach (var governor in new[] { "governor", "governor-bravo", "governor-alpha" })
        {
            events.Add(governor, Topics.ProposalCreated, 0, true);
            events.Add(governor, Topics.ProposalQueued, 0, true);
            events.Add(governor, Topics.ProposalExecuted, 0, true);
            events.Add(governor, Topics.ProposalCanceled, 0, true);
            events.Add(governor, Topics.Upgraded, 1, false);
        }

        events.Add("governor", Topics.VoteCast, 1, true);
        events.Add("governor-bravo", Topics.VoteCast, 1, true);
        events.Add("governor-alpha", Topics.AlphaVoteCast, 0, true);
        events.Add("governor", Topics.VoteCastWithParams, 1, true);
        events.Add("governor", Topics.ProposalExtended, 1, true);
        events.Add("governor", Topics.OverrideVoteCast, 1, true);
        events.Add("governor", Topics.VoteReduced, 1, true);
        events.Add("governor", Topics.TimelockChange, 0, true);
        events.Add("governor", Topics.VotingDelaySet, 0, false);
        events.Add("governor", Topics.VotingPeriodSet, 0, false);
        events.Add("governor", Topics.ProposalThresholdSet, 0, false);
        events.Add("governor", Topics.QuorumNumeratorUpdated, 0, false);
        events.Add("governor", Topics.LateQuorumVoteExtensionSet, 0, false);
        events.Add("governor", Topics.SuperQuorumNumeratorUpdated, 0, false);
        events.Add("governor", Topics.ProposalGuardianSet, 0, false);
        events.Add("governor-bravo", Topics.VotingDelaySet, 0, false);
        events.Add("governor-bravo", Topics.VotingPeriodSet, 0, false);
        events.Add("governor-bravo", Topics.ProposalThresholdSet, 0, false);
        events.Add("governor-bravo", Topics.NewImplementation, 0, false);
        events.Add("governor-bravo", Topics.NewPendingAdmin, 0, false);
        events.Add("governor-bravo", Topics.NewAdmin, 0, false);
        events.Add("governor-bravo", Topics.WhitelistAccountExpirationSet, 0, false);
        events.Add("governor-bravo", Topics.WhitelistGuardianSet, 0, false);
        events.Add("timelock", Topics.CallScheduled, 2, true);
        events.Add("timelock", Topics.CallExecuted, 2, true);
        events.Add("timelock", Topics.Cancelled, 1, true);
        events.Add("timelock", Topics.CallSalt, 1, false);
        events.Add("timelock", Topics.MinDelayChange, 0, false);
        events.Add("timelock", Topics.RoleGranted, 3, false);
        events.Add("timelock", Topics.RoleRevoked, 3, false);
        events.Add("votes-token", Topics.Transfer, 2, true);
        events.Add("votes-token", Topics.Transfer, 3, true);
        events.Add("votes-token", Topics.DelegateChanged, 3, true);
        events.Add("votes-token", Topics.DelegateVotesChanged, 1, true);
        events.Add("votes-token", Topics.Approval, 2, false);
    }

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
