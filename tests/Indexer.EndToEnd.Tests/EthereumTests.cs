using Indexer.EndToEnd.Tests.Kit;
using Indexer.Simulator;
using Indexer.TestKit;

namespace Indexer.EndToEnd.Tests;

/// <summary>The vPHA vault and the claims against the books that the simulated contracts keep.</summary>
public sealed class EthereumTests
{
    private const int Stride = 20;

    private const string At = "network = 'ethereum' and from_height <= $1 and (to_height is null or to_height > $1)";

    public static TheoryData<ulong> Seeds => new(IndexedWorlds.Seeds);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task The_vault_is_what_the_contract_says_at_every_height(ulong seed) =>
        CompareAsync(
            seed,
            $"""
            select concat_ws('|', s.total_value, s.total_shares, s.unlocking_value, coalesce(reward_rate::text, '-'),
                coalesce(treasury_ratio::text, '-'), coalesce(unlock_period::text, '-'),
                coalesce(max_unlock_requests::text, '-'))
            from (select * from pool_state where {At}) s left join (select * from vault_terms where {At}) t using (pool_id)
            """,
            books =>
                books.Vault is { } vault
                    ?
                    [
                        BookText.Line(
                            vault.CheckpointTotalAssets,
                            vault.TotalSupply,
                            vault.UnlockingAssets,
                            Told(books, "RewardRateUpdated", vault.RewardRate),
                            Told(books, "TreasuryRatioUpdated", vault.TreasuryRatio),
                            Told(books, "UnlockPeriodUpdated", vault.UnlockPeriod),
                            Told(books, "MaxUnlockRequestsUpdated", vault.MaxUnlockRequests)
                        ),
                    ]
                    : []
        );

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Every_balance_of_shares_is_what_the_contract_says_at_every_height(ulong seed) =>
        CompareAsync(
            seed,
            $"select concat_ws('|', '0x' || encode(account, 'hex'), shares) from position where {At} and shares > 0",
            books =>
                books
                    .Shares.Where(entry => entry.Value > 0 && entry.Key != SimulatedEthereum.L1Bridge)
                    .Select(entry => BookText.Line(entry.Key, entry.Value))
        );

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task What_the_escrow_of_the_bridge_holds_is_what_the_contract_says_at_every_height(ulong seed) =>
        CompareAsync(
            seed,
            $"select bridged_shares::text from pool_state where {At}",
            books => books.Vault is null ? [] : [$"{books.Shares.GetValueOrDefault(SimulatedEthereum.L1Bridge)}"]
        );

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Every_open_unlock_request_is_what_the_contract_says_at_every_height(ulong seed) =>
        CompareAsync(
            seed,
            $"""
            select concat_ws('|', '0x' || encode(owner, 'hex'), '0x' || encode(receiver, 'hex'), assets,
                extract(epoch from requested_at)::bigint) from unlock_request where {At}
            """,
            books =>
                books.Requests.Select(request =>
                    BookText.Line(request.Owner, request.Receiver, request.Assets, request.StartTime)
                )
        );

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Every_account_waits_for_the_sum_of_its_unlock_requests(ulong seed) =>
        CompareAsync(
            seed,
            $"""
            select concat_ws('|', '0x' || encode(account, 'hex'), unlocking_value)
            from position where {At} and unlocking_value > 0
            """,
            books =>
                books
                    .Requests.GroupBy(request => request.Owner)
                    .Select(group => BookText.Line(group.Key, group.Select(request => request.Assets).Sum()))
                    .Where(line => !line.EndsWith("|0", StringComparison.Ordinal))
        );

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Every_claim_is_in_the_ledger(ulong seed) =>
        CompareAtHeadAsync(
            seed,
            """
            select concat_ws('|', height, index, '0x' || encode(transaction, 'hex'), lower(kind),
                '0x' || encode(claim_user, 'hex'), free, staked_shares, '0x' || encode(receiver, 'hex'),
                coalesce('0x' || encode(l2_receiver, 'hex'), '-'), coalesce(by_admin::text, '-')) from claim
            """,
            books =>
                books.Claims.Select(claim =>
                    BookText.Line(
                        claim.Height,
                        claim.LogIndex,
                        claim.TransactionHash,
                        claim.Origin,
                        claim.UserPrefix,
                        claim.Free,
                        claim.Staked,
                        claim.L1Receiver,
                        claim.Staked > 0 && claim.L2Receiver is { } second ? second.Hex : "-",
                        claim.ByAdmin switch
                        {
                            true => "true",
                            false => "false",
                            null => "-",
                        }
                    )
                )
        );

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Every_settlement_is_in_the_ledger(ulong seed) =>
        CompareAtHeadAsync(
            seed,
            """
            select concat_ws('|', r.height, r.index, extract(epoch from r.time)::bigint, r.amount, r.total_shares,
                t.amount, r.stated::text, t.stated::text)
            from reward r
            left join reward t on t.network = r.network and t.height = r.height and t.kind = 'TREASURY'
                and t.index = r.index + 1
            where r.network = 'ethereum' and r.kind = 'STAKERS'
            """,
            books =>
                books.Settlements.Select(settled =>
                    BookText.Line(
                        settled.Height,
                        settled.LogIndex,
                        settled.Time,
                        settled.Rewards,
                        settled.TotalSupply,
                        settled.TreasuryRewards,
                        "true",
                        "true"
                    )
                )
        );

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Every_movement_of_the_vault_is_in_the_ledger(ulong seed) =>
        CompareAtHeadAsync(
            seed,
            """
            select concat_ws('|', height, index, '0x' || encode(transaction, 'hex'),
                case when kind like 'BRIDGE_%' then 'TRANSFER_OUT' else kind end,
                '0x' || encode(case kind when 'BRIDGE_IN' then counterparty else account end, 'hex'),
                '0x' || encode(case kind when 'BRIDGE_IN' then account else coalesce(counterparty, account) end, 'hex'),
                amount, greatest(-shares, case kind when 'BRIDGE_IN' then shares else 0 end)) from stake_event
            where network = 'ethereum' and (kind in
                ('DEPOSIT', 'UNLOCK_REQUESTED', 'UNLOCK_CLAIMED', 'TRANSFER_OUT', 'BRIDGE_OUT', 'BRIDGE_IN')
                or kind = 'UNLOCK_CANCELLED' and unlocking_value < 0)
            """,
            books =>
                books
                    .Moves.Where(move =>
                        move.Kind != VaultMoveKind.Transfer || (move.From != move.To && move.Shares > 0)
                    )
                    .Select(MoveLine)
        );

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_log_of_an_indexed_contract_is_counted(ulong seed)
    {
        string[] administration =
        [
            "OwnershipTransferred",
            "Initialized",
            "Upgraded",
            "Paused",
            "Unpaused",
            "Approval",
            "SignerSet",
            "BridgeConfigUpdated",
            "VotingDelaySet",
            "VotingPeriodSet",
            "ProposalThresholdSet",
            "QuorumNumeratorUpdated",
            "LateQuorumVoteExtensionSet",
            "RoleGranted",
            "MinDelayChange",
            "CallSalt",
            "ERC20DepositInitiated",
            "ERC20WithdrawalFinalized",
            "SentMessageExtension1",
            "TransactionDeposited",
        ];
        string[] roles =
        [
            "pha-vault",
            "khala-claimer",
            "phala-claimer",
            "governor",
            "votes-token",
            "timelock",
            "l1-standard-bridge",
            "optimism-portal",
            "l1-cross-domain-messenger",
        ];
        var index = await IndexedWorlds.OfAsync(seed);
        var books = index.World.Ethereum.Books;
        var emitted = books
            .LogCounts.Where(count =>
                count.Key.Split('.') is [var role, var name]
                && roles.Contains(role, StringComparer.Ordinal)
                && !administration.Contains(name, StringComparer.Ordinal)
            )
            .Sum(count => count.Value);

        // A block in which the clock alone decides something counts as an event too.
        var turns = books
            .Proposals.SelectMany(proposal => proposal.Steps)
            .Where(step => step.ByClock)
            .Select(step => step.Height)
            .Distinct();
        Assert.Equal(
            [$"{emitted + turns.Count()}"],
            await index.LinesAsync("select events::text from cursor where network = 'ethereum'")
        );
    }

    /// <summary>The contract starts with terms that no event tells; they are unknown until the first one does.</summary>
    private static string Told(EthereumBooks books, string name, UInt128 value) =>
        books.LogCounts.ContainsKey("pha-vault." + name) ? value.ToString() : "-";

    private static string MoveLine(VaultMove move)
    {
        var (kind, account, other) = move.Kind switch
        {
            // A deposit is kept with the account that it is for; who paid is not part of the position.
            VaultMoveKind.Deposit => ("DEPOSIT", move.To, move.To),
            VaultMoveKind.UnlockRequested => ("UNLOCK_REQUESTED", move.From, move.To),
            VaultMoveKind.UnlockClaimed => ("UNLOCK_CLAIMED", move.From, move.To),
            VaultMoveKind.UnlockCancelled => ("UNLOCK_CANCELLED", move.From, move.To),
            _ => ("TRANSFER_OUT", move.From, move.To),
        };
        var shares = move.Kind == VaultMoveKind.Transfer ? move.Shares : 0;
        return BookText.Line(
            move.Height,
            move.LogIndex,
            move.TransactionHash,
            kind,
            account,
            other,
            move.Assets,
            shares
        );
    }

    private static async Task CompareAsync(ulong seed, string sql, Func<EthereumBooks, IEnumerable<string>> expected)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        for (var height = index.World.Ethereum.LastBlock; height >= 0; height -= Stride)
        {
            var lines = await index.LinesAsync(sql, height);
            Assert.Equal(
                expected(index.World.Ethereum.BooksAt(height)).Order(StringComparer.Ordinal),
                lines.Order(StringComparer.Ordinal)
            );
        }
    }

    private static async Task CompareAtHeadAsync(
        ulong seed,
        string sql,
        Func<EthereumBooks, IEnumerable<string>> expected
    )
    {
        var index = await IndexedWorlds.OfAsync(seed);
        Assert.Equal(
            expected(index.World.Ethereum.Books).Order(StringComparer.Ordinal),
            (await index.LinesAsync(sql)).Order(StringComparer.Ordinal)
        );
    }
}
