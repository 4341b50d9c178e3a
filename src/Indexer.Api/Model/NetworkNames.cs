using Indexer.Domain;
using Indexer.Storage;

namespace Indexer.Api.Model;

/// <summary>What names of networks stand for, in SQL.</summary>
internal sealed class NetworkNames(EntityMap<Network> networks)
{
    private const string Alias = "known_network";

    /// <summary>
    /// What is wrong with names that a client sent: one of them is not known. Null when all are, and while no network has
    /// started yet, when nothing can be said of any.
    /// </summary>
    /// <param name="names">SQL for their array.</param>
    public string Refusal(string names)
    {
        var known = networks.As(Alias);
        var name = known[row => row.Name];
        return $"""
            select format('There is no network "%s". Known are: %s.', asked,
             (select string_agg({name}, ', ' order by {name}) from {known.From}))
            from unnest({names}) asked where not exists (select from {known.From} where {name} = asked)
             and exists (select from {known.From}) limit 1
            """;
    }

    /// <summary>A height where the network is a chain, else null: what is indexed of a Snapshot space has times only.</summary>
    /// <param name="network">SQL for the name of the network.</param>
    /// <param name="height">SQL for what stands in the place of a height.</param>
    public string Height(string network, string height)
    {
        var known = networks.As(Alias);
        // Read once for a statement, where a sub-query on the row's own network would be read for each row.
        return $"case when {network} <> all (array(select {known[row => row.Name]} from {known.From} where {IsSpace(known)})) then {height} end";
    }

    /// <summary>Whether a network is a Snapshot space.</summary>
    public static string IsSpace(RowOf<Network> network) =>
        $"{network[row => row.Kind]} = '{EnumText.Of(NetworkKind.Snapshot)}'";
}
