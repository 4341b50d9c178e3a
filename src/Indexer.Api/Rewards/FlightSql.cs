using Indexer.Api.Bridge;
using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.Storage;

namespace Indexer.Api.Rewards;

/// <summary>Shares on their way over the bridge over time, as common table expressions of <see cref="HistorySql"/>: they are their receiver's.</summary>
internal static class FlightSql
{
    /// <summary>A query for the networks of the vaults whose shares were sent to accounts.</summary>
    public static string Networks(ProductTypes types, string? accounts)
    {
        var flight = types.Bridge.Transfer.Map.As("flight");
        return accounts is null
            ? "select null where false"
            : $"select {L1(types, flight)} from {flight.From} where {flight[item => item.Receiver]} = any ({accounts}) and {flight[item => item.ToHeight]} is null";
    }

    /// <summary>For each edge: what the shares on their way were worth, and what they had earned on it.</summary>
    public static string AtEdges(ProductTypes types, string? accounts)
    {
        if (accounts is null)
        {
            return "select 0 as n, 0::numeric as value, 0::numeric as earned where false";
        }

        var (flight, arrived) = (types.Bridge.Transfer.Map.As("flight"), types.Bridge.Transfer.Map.As("arrived"));
        var vault = types.Bridge.Vault;
        var token =
            $"'0x' || encode(case when {IsDeposit(flight)} then {flight[item => item.Token]} else {flight[item => item.RemoteToken]} end, 'hex')";
        var isOnItsWay =
            $"({arrived[item => item.EventTime]} is null or {arrived[item => item.EventTime]} >= heights.at)";
        var since = $"coalesce({flight[item => item.RewardIndex]}, {vault.IndexAt(flight[item => item.EventTime])})";
        var till =
            $"case when {isOnItsWay} then {vault.Row[item => item.RewardIndex]} else coalesce({arrived[item => item.RewardIndex]}, {vault.IndexAt(arrived[item => item.EventTime])}) end";
        return $"""
            select heights.n, case when {isOnItsWay} then {vault.Value(
                flight[item => item.Amount]
            )} else 0 end as value, {ShareSql.Earned(flight[item => item.Amount], since, till)} as earned
            from {flight.From}
            join heights on heights.network = {L1(types, flight)} and {flight[item => item.EventTime]} < heights.at
            left join {arrived.From} on {Flights.AreSides(flight, arrived)} and {arrived[
                item => item.ToHeight
            ]} is null
            cross join lateral ({HistorySql.Latest(vault.Row, "heights.network", token, "heights.height")}) {vault
                .Row
                .Alias}
            where {flight[item => item.Receiver]} = any ({accounts}) and {flight[
                item => item.ToHeight
            ]} is null and {Flights.IsInitiated(flight)} and {new Flights(types).Destination(flight)} is not null
            """;
    }

    private static string L1(ProductTypes types, RowOf<BridgeTransfer> flight) =>
        $"case when {IsDeposit(flight)} then {flight[item => item.Network]} else {types.Bridge.Vault.HomeOf(flight[item => item.Network])} end";

    private static string IsDeposit(RowOf<BridgeTransfer> flight) =>
        $"{flight[item => item.Direction]} = '{EnumText.Of(BridgeDirection.Deposit)}'";
}
