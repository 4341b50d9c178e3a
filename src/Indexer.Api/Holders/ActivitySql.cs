using System.Linq.Expressions;
using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.Storage;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Indexer.Api.Holders;

/// <summary>
/// Everything that some addresses did and that happened to them, in one list, in SQL. What chains state by several events is one
/// entry: that of the event which says what was meant. Each part reads the rows of the addresses by an index, so that the work grows
/// with what they did and not with the network.
/// </summary>
internal sealed class ActivitySql(ProductTypes types, IModel model)
{
    private const string Members = "mine.members";

    private readonly EntityMap<BridgeTransfer> transfers = new(model);

    public const string Kind = "activity_kind";
    public const string Direction = "direction";
    public const string Address = "address";
    public const string Counterparty = "counterparty";
    public const string PoolId = "pool_id";
    public const string ProposalId = "proposal_id";
    public const string Amount = "amount";
    public const string Shares = "shares";

    /// <summary>The kinds of entries, and which stake events make them.</summary>
    public static IReadOnlyList<(string Kind, string Description, StakeEventKind[] Of)> Kinds { get; } =
    [
        (
            "STAKE",
            "A delegation, a deposit into a vault (with the shares that it minted), a stake in a contract, or what was in a pool when the index began with a state.",
            [
                StakeEventKind.Contribution,
                StakeEventKind.Deposit,
                StakeEventKind.SharesMinted,
                StakeEventKind.Staked,
                StakeEventKind.Initial,
            ]
        ),
        (
            "UNSTAKE",
            "A withdrawal from a pool: asked for, cancelled, paid. A redemption of a vault is one entry with the shares that it burned.",
            [
                StakeEventKind.WithdrawalQueued,
                StakeEventKind.Withdrawal,
                StakeEventKind.DustRemoved,
                StakeEventKind.SharesBurned,
                StakeEventKind.UnlockRequested,
                StakeEventKind.UnlockCancelled,
                StakeEventKind.UnlockClaimed,
                StakeEventKind.Unstaked,
                StakeEventKind.Redeemed,
            ]
        ),
        ("WRAP", "PHA that became wrapped PHA or PHA again.", [StakeEventKind.Wrapped, StakeEventKind.Unwrapped]),
        (
            "REWARD",
            "A reward that was paid: an owner's commission, also as shares, gained or claimed; what waited beside shares; what a staking contract paid; the treasury's.",
            [
                StakeEventKind.OwnerSharesGained,
                StakeEventKind.OwnerSharesClaimed,
                StakeEventKind.OwnerRewardsWithdrawn,
                StakeEventKind.StakerRewardsWithdrawn,
                StakeEventKind.LegacyRewardsWithdrawn,
                StakeEventKind.TreasuryClaimed,
            ]
        ),
        (
            "SLASH",
            "A slash of a pool's stake, or what else moved it without an event.",
            [
                StakeEventKind.Slashed,
                StakeEventKind.Correction,
                StakeEventKind.VersionMoved,
                StakeEventKind.MintedTwice,
                StakeEventKind.WorkerLockFixed,
            ]
        ),
        (
            "TRANSFER",
            "Shares from or to another account; one entry when both are of one holder.",
            [StakeEventKind.TransferIn, StakeEventKind.TransferOut]
        ),
        (
            "BRIDGE",
            "Shares over the bridge: one entry, where they left, and where they came when they left another holder.",
            [StakeEventKind.BridgeIn, StakeEventKind.BridgeOut]
        ),
        ("CLAIM", "A claim of parachain assets, with the shares that it brought, over the bridge too.", []),
        ("VOTE", "A vote that was cast, replaced or removed.", []),
    ];

    /// <summary>A FROM item without alias.</summary>
    /// <param name="members">SQL for the array of addresses.</param>
    public string Of(string members) =>
        $"""
            (select entry.* from (select {members} as members) mine
              cross join lateral (
               {Stakes()}
               union all
               {Payments()}
               union all
               {Paid()}
               union all
               {Bridges()}
               union all
               {Claims()}
               union all
               {Votes()}) entry)
            """;

    private string Stakes()
    {
        var stake = types.StakeEvent.Map.As("stake");
        var kind = stake[row => row.Kind];
        var (shares, inside) = (stake[row => row.Shares], $"coalesce({IsMine(stake[row => row.Counterparty])}, false)");
        var partner = $"""
            case when {Is(kind, StakeEventKind.UnlockRequested, StakeEventKind.Redeemed)} then {Partner(stake, StakeEventKind.SharesBurned)}
             when {Is(kind, StakeEventKind.Deposit, StakeEventKind.UnlockCancelled)} then {Partner(
                stake,
                StakeEventKind.SharesMinted
            )} end
            """;
        var kinds = string.Join(
            ' ',
            Kinds.Where(item => item.Of.Length > 0).Select(item => $"when {Is(kind, item.Of)} then '{item.Kind}'")
        );
        var direction = $"""
            case when {inside} or {Is(
                kind,
                StakeEventKind.Wrapped,
                StakeEventKind.Unwrapped,
                StakeEventKind.WithdrawalQueued,
                StakeEventKind.UnlockRequested
            )} or ({Is(kind, StakeEventKind.UnlockCancelled)} and {stake[row => row.Counterparty]} is null) then 'NONE'
             when {Is(
                kind,
                StakeEventKind.Contribution,
                StakeEventKind.Deposit,
                StakeEventKind.SharesMinted,
                StakeEventKind.OwnerSharesGained,
                StakeEventKind.OwnerRewardsWithdrawn,
                StakeEventKind.StakerRewardsWithdrawn,
                StakeEventKind.LegacyRewardsWithdrawn,
                StakeEventKind.TreasuryClaimed,
                StakeEventKind.TransferIn,
                StakeEventKind.BridgeIn
            )} or {shares} > 0 or {stake[row => row.Value]} > 0 then 'IN' else 'OUT' end
            """;
        return $"""
            select {Place(stake)}, case {kinds} end as {Kind}, {direction} as {Direction}, {stake[
                row => row.Account
            ]} as {Address},
              {stake[row => row.Counterparty]} as {Counterparty}, {stake[
                row => row.PoolId
            ]} as {PoolId}, null::text as {ProposalId},
              coalesce(nullif({stake[row => row.Amount]}, 0), nullif(abs({stake[row => row.Value]}), 0)) as {Amount},
              coalesce(nullif(abs({shares}), 0), {partner}) as {Shares}
             from {stake.From} where {IsMine(stake[row => row.Account])} and not ({IsPartOfAnother(stake, inside)})
            """;
    }

    /// <summary>Whether a stake event belongs to the entry of another row.</summary>
    private string IsPartOfAnother(RowOf<StakeEvent> stake, string inside)
    {
        var kind = stake[row => row.Kind];
        var claim = types.Claim.Map.As("brought");
        var transfer = transfers.As("crossed");
        return $"""
            case
             when {Is(kind, StakeEventKind.SharesBurned)} then {IsFollowed(
                stake,
                StakeEventKind.UnlockRequested,
                StakeEventKind.Redeemed
            )}
             when {Is(kind, StakeEventKind.TransferIn, StakeEventKind.TransferOut)} and {IsOfContract(stake)} then true
             when {Is(kind, StakeEventKind.SharesMinted)} then {IsFollowed(
                stake,
                StakeEventKind.Deposit,
                StakeEventKind.UnlockCancelled
            )}
             when {Is(kind, StakeEventKind.TransferIn)} and exists (select from {claim.From}
              where {IsAt(claim, stake)} and {claim[row => row.Contract]} = {stake[row => row.Counterparty]}
               and {claim[row => row.Receiver]} = {stake[row => row.Account]} and {claim[row => row.StakedShares]} = {stake[
                row => row.Shares
            ]}) then true
             when {Is(kind, StakeEventKind.TransferIn, StakeEventKind.OwnerSharesClaimed)} then {inside} and {stake[
                row => row.Shares
            ]} > 0
             when {Is(kind, StakeEventKind.UnlockCancelled)} then {inside} and {stake[row => row.Value]} > 0
             when {Is(kind, StakeEventKind.BridgeIn, StakeEventKind.BridgeOut)} then exists (select from {transfer.From}
              where {transfer[row => row.Network]} = {stake[row => row.Network]} and {transfer[row => row.EventHeight]} = {stake[
                row => row.Height
            ]} and {transfer[row => row.ToHeight]} is null and {transfer[row => row.Transaction]} = {stake[row => row.Transaction]}
               and {transfer[row => row.Amount]} = abs({stake[row => row.Shares]})
               and {stake[row => row.Account]} = case when {Is(
                transfer[row => row.Side],
                BridgeSide.Initiated
            )} then {transfer[row => row.Sender]} else {transfer[row => row.Receiver]} end)
             else false end
            """;
    }

    /// <summary>PHA of the vault that somebody else's redemption paid to one of the addresses.</summary>
    private string Payments()
    {
        var stake = types.StakeEvent.Map.As("paid");
        return $"""
            select {Place(stake)}, 'UNSTAKE', 'IN', {stake[row => row.Counterparty]}, {stake[row => row.Account]}, {stake[
                row => row.PoolId
            ]}, null, {stake[row => row.Amount]}, null
             from {stake.From} where {Is(stake[row => row.Kind], StakeEventKind.UnlockClaimed)}
              and {IsMine(stake[row => row.Counterparty])} and not {IsMine(stake[row => row.Account])}
            """;
    }

    /// <summary>What staking contracts paid.</summary>
    private string Paid()
    {
        var reward = types.Reward.Map.As("reward");
        return $"""
            select {Place(reward)}, 'REWARD', 'IN', {reward[row => row.Account]}, null, {reward[
                row => row.PoolId
            ]}, null, nullif({reward[row => row.Amount]}, 0), {reward[row => row.Shares]}
             from {reward.From} where {IsMine(reward[row => row.Account])} and {Is(reward[row => row.Kind], RewardKind.Paid)}
            """;
    }

    /// <summary>Whether shares went to or from a staking contract, which says why in the same transaction.</summary>
    private string IsOfContract(RowOf<StakeEvent> stake)
    {
        var (why, reward) = (types.StakeEvent.Map.As("why"), types.Reward.Map.As("why_paid"));
        var contract = $"'0x' || encode({stake[row => row.Counterparty]}, 'hex')";
        var shares = $"abs({stake[row => row.Shares]})";
        return $"""
            (exists (select from {why.From} where {IsAt(why, stake)} and {IsSame(
                why,
                stake,
                row => row.Account
            )} and {Is(why[row => row.Kind], StakeEventKind.Staked, StakeEventKind.Unstaked)} and {why[
                row => row.PoolId
            ]} = {contract} and abs({why[row => row.Shares]}) = {shares})
             or exists (select from {reward.From} where {IsAt(reward, stake)} and {reward[
                row => row.Account
            ]} = {stake[row => row.Account]} and {reward[row => row.PoolId]} = {contract} and {reward[
                row => row.Shares
            ]} = {shares}))
            """;
    }

    private string Bridges()
    {
        var (crossed, left) = (transfers.As("crossed"), transfers.As("departed"));
        var claim = types.Claim.Map.As("brought");
        var (sender, receiver) = (crossed[row => row.Sender], crossed[row => row.Receiver]);
        var isLeaving = Is(crossed[row => row.Side], BridgeSide.Initiated);
        return $"""
            select {crossed[row => row.Network]}, {crossed[row => row.EventHeight]}, {crossed[row => row.EventIndex]}, 0, {crossed[
                row => row.EventTime
            ]}, {crossed[row => row.Transaction]}, null, 'BRIDGE',
              case when {IsMine(sender)} and {IsMine(receiver)} then 'NONE' when {isLeaving} then 'OUT' else 'IN' end,
              case when {isLeaving} then {sender} else {receiver} end,
              case when {sender} = {receiver} then null when {isLeaving} then {receiver} else {sender} end,
              '0x' || encode({crossed[row => row.Token]}, 'hex'), null, null, {crossed[row => row.Amount]}
             from {crossed.From} where {crossed[row => row.ToHeight]} is null
              and (({IsMine(sender)} and {isLeaving}) or ({IsMine(receiver)} and not {isLeaving}))
              and not (not {isLeaving} and ({IsMine(sender)} and exists (select from {left.From}
                where {left[row => row.Message]} = {crossed[row => row.Message]} and {left[row => row.Number]} = {crossed[
                row => row.Number
            ]} and {left[row => row.Direction]} = {crossed[row => row.Direction]} and {left[row => row.ToHeight]} is null
                 and {Is(left[row => row.Side], BridgeSide.Initiated)})
               or exists (select from {claim.From} where {claim[row => row.L2Receiver]} = {receiver}
                and {claim[row => row.Contract]} = {sender} and {claim[row => row.StakedShares]} = {crossed[row => row.Amount]})))
            """;
    }

    private string Claims()
    {
        var claim = types.Claim.Map.As("claimed");
        var account = types.Appearance.Map.As("claimant");
        var (receiver, bridged) = (claim[row => row.Receiver], claim[row => row.L2Receiver]);
        var user = $"substring(mine_address from 1 for {AccountId.EvmLength})";
        var substrate = $"length(mine_address) = {AccountId.SubstrateLength}";
        var isUser =
            $"{claim[row => row.User]} = any (array(select {user} from unnest({Members}) mine_address where {substrate}))";
        var own =
            $"(select mine_address from unnest({Members}) mine_address where {substrate} and {user} = {claim[row => row.User]} limit 1)";
        var claimant =
            $"(select {account[row => row.Address]} from {account.From} where {account[row => row.User]} = {claim[row => row.User]} and length({account[row => row.Address]}) = {AccountId.SubstrateLength} order by {account[row => row.Address]} limit 1)";
        var received = $"({IsMine(receiver)} or coalesce({IsMine(bridged)}, false))";
        return $"""
            select {Place(claim)}, 'CLAIM', case when {received} then 'IN' else 'OUT' end,
              case when {IsMine(receiver)} then {receiver} when {received} then {bridged} else {own} end,
              case when {received} then {claimant} else {receiver} end, null, null,
              case when {IsMine(receiver)} or not {received} then {claim[row => row.Free]} end,
              case when {IsMine($"coalesce({bridged}, {receiver})")} or not {received} then {claim[
                row => row.StakedShares
            ]} end
             from {claim.From} where {IsMine(receiver)} or {IsMine(bridged)} or {isUser}
            """;
    }

    private string Votes()
    {
        var vote = types.Governance.VoteEvent.Map.As("voted");
        var time = $"coalesce({vote[row => row.SourceTime]}, {vote[row => row.Time]})";
        return $"""
            select {vote[row => row.Network]}, {vote[row => row.Height]}, {vote[row => row.Index]}, {vote[
                row => row.Ordinal
            ]}, {time}, {vote[row => row.Transaction]}, {vote[row => row.Extrinsic]}, 'VOTE', 'NONE', {vote[
                row => row.Voter
            ]}, null, null, {vote[row => row.ProposalId]}, null, null
             from {vote.From} where {IsMine(vote[row => row.Voter])} and {Is(
                vote[row => row.Action],
                VoteAction.Cast,
                VoteAction.Replaced,
                VoteAction.Removed,
                VoteAction.Unlocked
            )}
            """;
    }

    private static string Place<TRow>(RowOf<TRow> row)
        where TRow : LedgerRow =>
        $"{row[item => item.Network]}, {row[item => item.Height]}, {row[item => item.Index]}, {row[item => item.Ordinal]}, {row[item => item.Time]}, {row[item => item.Transaction]}, {row[item => item.Extrinsic]}";

    /// <summary>The shares of the nearest earlier event of a kind: the vault moves shares before it says why (ERC-4626).</summary>
    private string Partner(RowOf<StakeEvent> stake, StakeEventKind kind)
    {
        var other = types.StakeEvent.Map.As("partner");
        return $"""
            (select abs({other[row => row.Shares]}) from {other.From} where {IsAt(other, stake)} and {IsSame(
                other,
                stake,
                row => row.Account
            )} and {Is(other[row => row.Kind], kind)} and {other[row => row.Index]} < {stake[row => row.Index]}
              order by {other[row => row.Index]} desc limit 1)
            """;
    }

    /// <summary>Whether the next event that moves shares of the account, or says why they moved, says why.</summary>
    private string IsFollowed(RowOf<StakeEvent> stake, params StakeEventKind[] by)
    {
        var next = types.StakeEvent.Map.As("next");
        return $"""
            coalesce((select {next[row => row.Kind]} <> {stake[row => row.Kind]} from {next.From} where {IsAt(
                next,
                stake
            )} and {IsSame(next, stake, row => row.Account)} and ({next[row => row.Kind]} = {stake[row => row.Kind]} or {Is(
                next[row => row.Kind],
                by
            )}) and {next[row => row.Index]} > {stake[row => row.Index]} order by {next[row => row.Index]} limit 1), false)
            """;
    }

    /// <summary>Whether a row is of the same transaction.</summary>
    private static string IsAt<TRow>(RowOf<TRow> row, RowOf<StakeEvent> stake)
        where TRow : LedgerRow =>
        $"{row[item => item.Network]} = {stake[item => item.Network]} and {row[item => item.Height]} = {stake[item => item.Height]} and {row[item => item.Transaction]} = {stake[item => item.Transaction]}";

    private static string IsSame(
        RowOf<StakeEvent> one,
        RowOf<StakeEvent> other,
        Expression<Func<StakeEvent, object?>> column
    ) => $"{one[column]} = {other[column]}";

    private static string IsMine(string address) => $"{address} = any ({Members})";

    private static string Is<TEnum>(string value, params TEnum[] among)
        where TEnum : struct, Enum =>
        $"{value} in ({string.Join(", ", among.Select(item => $"'{EnumText.Of(item)}'"))})";
}
