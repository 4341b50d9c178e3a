using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Staking;

/// <summary>
/// The vault on the L1 whose shares went over the bridge: what they are worth, and what they earned, is read from it, whichever of both networks
/// was indexed first.
/// </summary>
internal sealed class BackingVault(ProductTypes types)
{
    private const string Alias = "vault";

    /// <summary>A row of the vault, in SQL that follows <see cref="From(RowOf{PoolState}, SqlRow)"/>.</summary>
    public RowOf<PoolState> Row { get; } = types.Pool.Map.As(Alias);

    /// <summary>FROM and WHERE that read the vault behind a pool, as it was at the point in time that is read.</summary>
    /// <param name="pool">A pool of bridged shares.</param>
    /// <param name="row">Any row that is read at the same point.</param>
    public string From(RowOf<PoolState> pool, SqlRow row) =>
        From(
            HomeOf(pool[state => state.Network]),
            pool[state => state.BackingPoolId],
            pool[state => state.Network],
            row
        );

    /// <summary>FROM and WHERE that read a vault.</summary>
    /// <param name="l1">SQL for its network.</param>
    /// <param name="poolId">SQL for its pool.</param>
    /// <param name="l2">SQL for the network to which its shares were bridged.</param>
    /// <param name="row">Any row that is read at the same point.</param>
    public string From(string l1, string poolId, string l2, SqlRow row) =>
        $"from {Row.From} where {Row[vault => vault.Network]} = {l1} and {Row[vault => vault.PoolId]} = {poolId} and {InForce(l1, l2, row)}";

    /// <summary>The network of the vault whose shares are on a network: the one on which it settles, or itself.</summary>
    /// <param name="network">SQL for the name of the network.</param>
    public string HomeOf(string network)
    {
        var above = types.Network.Map.As("l2");
        return $"(select coalesce({above[item => item.L1]}, {above[item => item.Name]}) from {above.From} where {above[item => item.Name]} = {network})";
    }

    /// <summary>The network that settles on another one.</summary>
    /// <param name="network">SQL for the name of the L1.</param>
    public string L2Of(string network)
    {
        var above = types.Network.Map.As("l2");
        return $"(select min({above[item => item.Name]}) from {above.From} where {above[item => item.L1]} = {network})";
    }

    /// <summary>What shares are worth, over a row of the vault.</summary>
    public string Value(string shares) => PoolFields.Worth(shares, Row);

    /// <summary>
    /// The reward index of the vault after its last block that is not later than a time, over a row of the vault, at most the index of that
    /// row: a point in time may lie before what is known of the L2.
    /// </summary>
    /// <param name="time">SQL for the time of a block of the L2.</param>
    public string IndexAt(string time)
    {
        var then = types.Pool.Map.As("vault_then");
        return $"""
            coalesce(least({Row[vault => vault.RewardIndex]}, (select {then[state => state.RewardIndex]} from {then.From}
             where {then[state => state.Network]} = {Row[vault => vault.Network]} and {then[
                state => state.PoolId
            ]} = {Row[vault => vault.PoolId]}
             and {then[state => state.FromHeight]} <= ({HeightAt(Row[vault => vault.Network], time)})
             order by {then[state => state.FromHeight]} desc limit 1)), 0)
            """;
    }

    /// <summary>A height means another block on each network, so that the vault is read at the time that the block of the L2 has.</summary>
    private string InForce(string l1, string l2, SqlRow row)
    {
        if (row.PointIn(types.AsOf) is not (PointInTime.Height, var height))
        {
            return row.InForce(types.Pool.Type, Alias);
        }

        var block = types.Block.Map.As("l2_block");
        var at = $"""
            ({HeightAt(
                l1,
                $"(select {block[item => item.Time]} from {block.From} where {block[item => item.Network]} = {l2} and {block[item => item.Height]} <= {height} order by {block[item => item.Height]} desc limit 1)"
            )})
            """;
        return $"{Row[vault => vault.FromHeight]} <= {at} and ({Row[vault => vault.ToHeight]} is null or {Row[vault => vault.ToHeight]} > {at})";
    }

    private string HeightAt(string network, string time)
    {
        var block = types.Block.Map.As("vault_block");
        return $"select {block[item => item.Height]} from {block.From} where {block[item => item.Network]} = {network} and {block[item => item.Time]} <= {time} order by {block[item => item.Time]} desc, {block[item => item.Height]} desc limit 1";
    }
}
