using System.Linq.Expressions;
using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;
using Indexer.Storage;

namespace Indexer.Api.Bridge;

/// <summary>Transfers of shares over the bridge: one row for each, whichever sides of it are indexed.</summary>
internal sealed class BridgeFields
{
    private readonly ProductTypes types;
    private readonly ObjectMap<BridgeTransfer> transfer;
    private readonly EntityMap<BridgeTransfer> map;
    private readonly Flights flights;
    private readonly Join otherSide;

    private BridgeFields(ProductTypes types)
    {
        this.types = types;
        transfer = types.Bridge.Transfer;
        map = transfer.Map;
        flights = new Flights(types);
        otherSide = transfer.Where(transfer, Flights.AreSides);
    }

    public static void Add(ProductTypes types)
    {
        var fields = new BridgeFields(types);
        fields.AddColumns();
        fields.AddSides();
        fields.AddProgress();
        fields.AddTo(types.Account, (mine, address) => $"{address} = {mine[row => row.Address]}");
        fields.AddTo(types.Holder, (mine, address) => $"{address} = any ({Holders.HolderSql.Members(types, mine)})");
    }

    /// <summary>The root field.</summary>
    public static void AddRoots(ProductTypes types, ObjectType query)
    {
        var rows = new Flights(types);
        query
            .ToMany(
                "bridgeTransfers",
                types.Bridge.Transfer.Type,
                "Transfers of vPHA between Ethereum and Phala's L2, oldest first.",
                Join.From(row =>
                {
                    var each = types.Bridge.Transfer.Map.As("each_side");
                    return $"(select each_side.* from {each.From} where {rows.Stands(each, row)})";
                })
            )
            .OldestFirst()
            .AsOf(types.AsOf);
    }

    private void AddColumns()
    {
        transfer.Add(row => row.Direction);
        transfer.Add(row => row.Amount, "shares", types.Scalars.Decimal, "The shares that are transferred.");
        transfer.Type.Computed(
            "value",
            types.Scalars.Pha.NonNull(),
            row => flights.Value(map.Of(row), row),
            "What the shares are worth in PHA, at the price of the vault; 0 while that is not indexed."
        );
        transfer.Add(row => row.Sender);
        transfer.Add(row => row.Receiver);
        transfer.Add(
            row => row.EventTime,
            "time",
            description: "When it was sent, UTC; when it arrived, where the sending is not indexed."
        );
    }

    private void AddSides()
    {
        AddSide("sent", BridgeSide.Initiated, "where it was sent; null when that is not indexed");
        AddSide("received", BridgeSide.Finalized, "where it arrived; null until then");
    }

    private void AddSide(string prefix, BridgeSide side, string where)
    {
        var (text, hash) = (Scalars.String, types.Scalars.Hash);
        Computed(
            $"{prefix}Network",
            text,
            (mine, other) => Of(mine, other, side, row => row.Network),
            $"The network {where}."
        );
        Computed(
            $"{prefix}Height",
            Scalars.Long,
            (mine, other) => Of(mine, other, side, row => row.EventHeight),
            $"Height of the block {where}."
        );
        Computed(
            $"{prefix}Time",
            Scalars.DateTime,
            (mine, other) => Of(mine, other, side, row => row.EventTime),
            $"Time of the block {where}, UTC."
        );
        Computed(
            $"{prefix}Transaction",
            hash,
            (mine, other) => Of(mine, other, side, row => row.Transaction),
            $"Hash of the transaction {where}."
        );
    }

    private void AddProgress()
    {
        var state = types.Bridge.State;
        Computed("state", state.NonNull(), State, "How far it has come.").Filterable();
        AddProof(
            "provenTime",
            Scalars.DateTime,
            row => row.ProvenTime,
            "When the withdrawal was proven last, UTC; null until then, and for deposits."
        );
        AddProof(
            "provenTransaction",
            types.Scalars.Hash,
            row => row.ProvenTransaction,
            "Hash of the transaction that proved it."
        );
        AddProof(
            "readyTime",
            Scalars.DateTime,
            row => row.ReadyTime,
            "When the proven withdrawal can be finalized at the earliest, UTC: the proof and the delay that the portal states; null while it is not proven."
        );
        Computed(
            "failedTime",
            Scalars.DateTime,
            (mine, other) => Failed(mine, other, row => row.FailedTime, row => row.FinalizedTime),
            "When it failed to arrive last, UTC; null when it did not."
        );
        Computed(
            "failedTransaction",
            types.Scalars.Hash,
            (mine, other) => Failed(mine, other, row => row.FailedTransaction, row => row.FinalizedTransaction),
            "Hash of the transaction that failed."
        );
        Computed(
            "ageSeconds",
            Scalars.Long,
            Age,
            "How long it took, or is under way so far, in seconds: until it arrived, or the last indexed block of either network. Null when its sending is not indexed."
        );
        Computed(
            "earned",
            types.Scalars.Pha.NonNull(),
            (mine, other) =>
                flights.Earned(
                    map.Of(mine),
                    MomentOf(mine, other, BridgeSide.Initiated),
                    MomentOf(mine, other, BridgeSide.Finalized),
                    mine
                ),
            "What the shares earned on their way in PHA, which is their receiver's: their part of the rewards of the vault meanwhile, rounded down; 0 where the sending is not indexed."
        );
    }

    private void AddProof<TValue>(
        string name,
        GraphType type,
        Expression<Func<BridgeWithdrawal, TValue>> property,
        string description
    ) => Computed(name, type, (mine, other) => Withdrawal(mine, other, proof => proof.Column(property)), description);

    private void AddTo(ObjectMap<HolderAccount> owner, Func<RowOf<HolderAccount>, string, string> owns) =>
        owner
            .Type.ToMany(
                "bridgeTransfers",
                transfer.Type,
                "Transfers of vPHA between Ethereum and Phala's L2 that it sent or receives, oldest first.",
                Join.On()
                    .Where(
                        (mine, row) =>
                        {
                            var (member, moved) = (owner.Map.Of(mine), map.Of(row));
                            return $"({owns(member, moved[item => item.Sender])} or {owns(member, moved[item => item.Receiver])}) and {flights.Stands(moved, row)}";
                        }
                    )
            )
            .OldestFirst();

    private Field Computed(string name, GraphType type, Func<SqlRow, SqlRow, string> sql, string description) =>
        transfer.Type.Computed(name, type, transfer.Type, otherSide, sql, description);

    /// <summary>A column of one of both sides.</summary>
    private string Of<TValue>(
        SqlRow mine,
        SqlRow other,
        BridgeSide side,
        Expression<Func<BridgeTransfer, TValue>> property
    ) =>
        $"case when {map.Of(mine)[row => row.Side]} = '{EnumText.Of(side)}' then {map.Of(mine).Column(property)} else {map.Of(other).Column(property)} end";

    private (string Index, string Time) MomentOf(SqlRow mine, SqlRow other, BridgeSide side) =>
        (Of(mine, other, side, row => row.RewardIndex), Of(mine, other, side, row => row.EventTime));

    private string State(SqlRow mine, SqlRow other) =>
        $"""
            case when {Of(mine, other, BridgeSide.Finalized, row => row.Network)} is not null then 'COMPLETED'
             when {Failed(mine, other, row => row.FailedHeight, row => row.FinalizedHeight)} is not null then 'FAILED'
             when {Withdrawal(mine, other, proof => proof[row => row.ReadyTime])} <= {LastTime(
                flights.Destination(map.Of(mine)),
                mine
            )} then 'READY'
             when {Withdrawal(mine, other, proof => proof[row => row.ProvenHeight])} is not null then 'PROVEN'
             when {flights.Destination(map.Of(mine))} is null then 'SENT'
             else 'IN_FLIGHT' end
            """;

    private string Withdrawal(SqlRow mine, SqlRow other, Func<RowOf<BridgeWithdrawal>, string> value)
    {
        var proof = types.Bridge.Withdrawals.As("proof");
        var hash = Of(mine, other, BridgeSide.Initiated, row => row.WithdrawalHash);
        var known = $"coalesce({hash}, {Of(mine, other, BridgeSide.Finalized, row => row.WithdrawalHash)})";
        return $"(select {value(proof)} from {proof.From} where {proof[row => row.WithdrawalHash]} = {known} and {mine.InForce(transfer.Type, "proof")} limit 1)";
    }

    /// <summary>What is stated of the last failure: by the messenger that should have relayed it, or by the portal that should have carried it out.</summary>
    private string Failed<TFailed, TFinalized>(
        SqlRow mine,
        SqlRow other,
        Expression<Func<BridgeFailure, TFailed>> relayed,
        Expression<Func<BridgeWithdrawal, TFinalized>> carriedOut
    )
    {
        var failure = types.Bridge.Failures.As("failure");
        var hash = Of(mine, other, BridgeSide.Initiated, row => row.MessageHash);
        var byPortal = Withdrawal(
            mine,
            other,
            proof => $"case when not {proof[row => row.Succeeded]} then {proof.Column(carriedOut)} end"
        );
        return $"coalesce((select {failure.Column(relayed)} from {failure.From} where {failure[row => row.MessageHash]} = {hash} and {mine.InForce(transfer.Type, "failure")} limit 1), {byPortal})";
    }

    private string Age(SqlRow mine, SqlRow other)
    {
        var until =
            $"coalesce({Of(mine, other, BridgeSide.Finalized, row => row.EventTime)}, greatest({LastTime(map.Of(mine)[row => row.Network], mine)}, {LastTime(flights.Destination(map.Of(mine)), mine)}))";
        var seconds = $"extract(epoch from {until} - {Of(mine, other, BridgeSide.Initiated, row => row.EventTime)})";
        return $"case when {seconds} > 0 then floor({seconds}) when {seconds} is not null then 0 end::bigint";
    }

    /// <summary>The time of the last indexed block of a network at the point in time that is read: blocks as versions that never end.</summary>
    private string LastTime(string network, SqlRow at)
    {
        var block = types.Block.Map.As("known_block");
        return $"""
            (select seen.time from (select {block[row => row.Network]} as network, {block[
                row => row.Height
            ]} as from_height, null::bigint as to_height, {block[row => row.Time]} as time from {block.From}) seen
             where seen.network = {network} and {at.InForce(transfer.Type, "seen")} order by seen.time desc limit 1)
            """;
    }
}
