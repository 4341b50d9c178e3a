using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;
using Indexer.Storage;

namespace Indexer.Api.Bridge;

/// <summary>What both sides of a bridge transfer make of it, in SQL.</summary>
internal sealed class Flights(ProductTypes types)
{
    private static readonly string Initiated = $"'{EnumText.Of(BridgeSide.Initiated)}'";
    private static readonly string Finalized = $"'{EnumText.Of(BridgeSide.Finalized)}'";
    private static readonly string Deposit = $"'{EnumText.Of(BridgeDirection.Deposit)}'";

    /// <summary>Whether two rows are the two sides of one transfer.</summary>
    public static string AreSides(RowOf<BridgeTransfer> one, RowOf<BridgeTransfer> other) =>
        BridgeSql.AreSides(one.Named, other.Named);

    /// <summary>Whether a row is the side on which the transfer was initiated.</summary>
    public static string IsInitiated(RowOf<BridgeTransfer> transfer) => $"{transfer[row => row.Side]} = {Initiated}";

    /// <summary>Whether a row stands for its transfer: the initiated side, and the finalized one where the other is not indexed.</summary>
    /// <param name="transfer">The row.</param>
    /// <param name="at">Any row that is read at the same point in time.</param>
    public string Stands(RowOf<BridgeTransfer> transfer, SqlRow at)
    {
        var sent = types.Bridge.Transfer.Map.As("sent_side");
        return $"({IsInitiated(transfer)} or not exists (select from {sent.From} where {AreSides(transfer, sent)} and {at.InForce(types.Bridge.Transfer.Type, "sent_side")}))";
    }

    /// <summary>The network to which a transfer goes; null when it is not indexed, so that nobody can tell whether it arrived.</summary>
    /// <param name="transfer">The initiated side.</param>
    public string Destination(RowOf<BridgeTransfer> transfer)
    {
        var network = types.Network.Map.As("destination");
        return $"""
            (select min({network[row => row.Name]}) from {network.From} where case when {transfer[
                row => row.Direction
            ]} = {Deposit} then {network[row => row.L1]} = {transfer[row => row.Network]} else {network[
                row => row.Name
            ]} = {types.Bridge.Vault.HomeOf(transfer[row => row.Network])} end)
            """;
    }

    /// <summary>FROM and WHERE that read the vault whose shares are transferred.</summary>
    /// <param name="transfer">Either side.</param>
    /// <param name="at">Any row that is read at the same point in time.</param>
    public string Vault(RowOf<BridgeTransfer> transfer, SqlRow at)
    {
        var network = transfer[row => row.Network];
        var isL1 = $"({IsInitiated(transfer)}) = ({transfer[row => row.Direction]} = {Deposit})";
        return types.Bridge.Vault.From(
            $"case when {isL1} then {network} else {types.Bridge.Vault.HomeOf(network)} end",
            $"'0x' || encode(case when {isL1} then {transfer[row => row.Token]} else {transfer[row => row.RemoteToken]} end, 'hex')",
            $"case when {isL1} then {types.Bridge.Vault.L2Of(network)} else {network} end",
            at
        );
    }

    /// <summary>What the shares are worth.</summary>
    public string Value(RowOf<BridgeTransfer> transfer, SqlRow at) =>
        $"coalesce((select {types.Bridge.Vault.Value(transfer[row => row.Amount])} {Vault(transfer, at)}), 0)";

    /// <summary>What the shares earned on their way: on the L1 from or up to the event, on the L2 by the time of its block.</summary>
    /// <param name="transfer">Either side.</param>
    /// <param name="sent">SQL for the vault's index at the event on the L1, and for the time, of the side on which they left.</param>
    /// <param name="received">The same of the side on which they arrived; null while they are on their way.</param>
    /// <param name="at">Any row that is read at the same point in time.</param>
    public string Earned(
        RowOf<BridgeTransfer> transfer,
        (string Index, string Time) sent,
        (string Index, string Time) received,
        SqlRow at
    )
    {
        var vault = types.Bridge.Vault;
        var now = vault.Row[row => row.RewardIndex];
        var since = $"coalesce({sent.Index}, {vault.IndexAt(sent.Time)})";
        var till =
            $"case when {received.Time} is null then {now} else coalesce({received.Index}, {vault.IndexAt(received.Time)}) end";
        return $"coalesce((select {ShareSql.Earned(transfer[row => row.Amount], since, till)} {Vault(transfer, at)} and {sent.Time} is not null), 0)";
    }

    /// <summary>The sum of a figure over what is on its way to accounts: shares in flight are their receiver's.</summary>
    /// <param name="members">SQL for the array of their addresses.</param>
    /// <param name="value">From the initiated side to the figure.</param>
    /// <param name="row">Any row that is read at the same point in time.</param>
    public string InFlightTo(string members, Func<RowOf<BridgeTransfer>, string> value, SqlRow row)
    {
        var flight = types.Bridge.Transfer.Map.As("flight");
        var arrived = types.Bridge.Transfer.Map.As("arrived");
        return $"""
            (select coalesce(sum({value(flight)}), 0) from {flight.From}
             where {flight[item => item.Receiver]} = any ({members}) and {IsInitiated(flight)}
             and {row.InForce(types.Bridge.Transfer.Type, "flight")}
             and not exists (select from {arrived.From} where {AreSides(flight, arrived)} and {arrived[
                 item => item.Side
             ]} = {Finalized} and {row.InForce(types.Bridge.Transfer.Type, "arrived")})
             and {Destination(flight)} is not null)
            """;
    }

    /// <summary>The sum of what shares earned on their way to accounts.</summary>
    /// <param name="members">SQL for the array of their addresses.</param>
    /// <param name="row">Any row that is read at the same point in time.</param>
    public string EarnedTo(string members, SqlRow row)
    {
        var flight = types.Bridge.Transfer.Map.As("flight");
        var arrived = types.Bridge.Transfer.Map.As("arrived");
        return $"""
            (select coalesce(sum({Earned(
                flight,
                (flight[item => item.RewardIndex], flight[item => item.EventTime]),
                (arrived[item => item.RewardIndex], arrived[item => item.EventTime]),
                row
            )}), 0) from {flight.From}
             left join {arrived.From} on {AreSides(flight, arrived)} and {row.InForce(
                types.Bridge.Transfer.Type,
                "arrived"
            )}
             where {flight[item => item.Receiver]} = any ({members}) and {IsInitiated(flight)}
             and {row.InForce(types.Bridge.Transfer.Type, "flight")}
             and {Destination(flight)} is not null)
            """;
    }
}
