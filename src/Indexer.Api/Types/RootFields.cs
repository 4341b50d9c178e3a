using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Types;

/// <summary>The fields of the root.</summary>
internal static class RootFields
{
    public static void Add(ProductTypes types, ObjectType query)
    {
        AddNetworks(types, query);
        AddHolders(types, query);
        AddPools(types, query);
        AddGovernance(types, query);
        query
            .ToMany(
                "stakeEvents",
                types.StakeEvent.Type,
                "Everything that changed positions, on all networks, oldest first."
            )
            .OldestFirst();
        query.ToMany("rewards", types.Reward.Type, "Rewards of pools, on all networks, oldest first.").OldestFirst();
        query.ToMany("claims", types.Claim.Type, "Claims of parachain assets on Ethereum, oldest first.").OldestFirst();
        query.List(
            "status",
            types.IngestionStatus.Type,
            "How far each network is indexed and what its ingestion is doing, ordered by network."
        );
    }

    private static void AddNetworks(ProductTypes types, ObjectType query)
    {
        query.ToMany("networks", types.Network.Type, "The networks that are or were indexed, ordered by name.");
        query
            .ToOne("network", types.Network.Type, "A network; null when there is none of this name.")
            .Argument(
                "name",
                Scalars.String.NonNull(),
                "Its name: khala, phala, ethereum, phala-l2, or as configured.",
                (row, name) => $"{types.Network.Map.Of(row)[network => network.Name]} = {name}"
            );
    }

    private static void AddHolders(ProductTypes types, ObjectType query)
    {
        query
            .ToOne(
                "holder",
                types.Holder.Type,
                "The holder that an address belongs to; null when the index has not met the address. The answer is the same for all addresses of the holder."
            )
            .Argument(
                "address",
                types.Words.Address.NonNull(),
                "Any of its addresses. A Substrate account that no indexed network has named is found by its claim.",
                (row, address) => $"{types.Addresses.Of(row)[holder => holder.Address]} = {HolderOf(types, address)}"
            )
            .AsOf(types.AsOf);
        query
            .ToOne("account", types.Account.Type, "An account; null when the index has not met it.")
            .Argument(
                "address",
                types.Words.Address.NonNull(),
                "Its address.",
                (row, address) => $"{types.Addresses.Of(row)[account => account.Address]} = {address}"
            )
            .Argument(
                "network",
                Scalars.String,
                "Only when the network of this name has named the account.",
                (row, network) => IsMetOn(types, row, network)
            )
            .AsOf(types.AsOf);
        query
            .ToMany("accounts", types.Account.Type, "The accounts that the index has met.")
            .Argument(
                "network",
                Scalars.String,
                "Only those that the network of this name has named.",
                (row, network) => IsMetOn(types, row, network)
            )
            .AsOf(types.AsOf);
    }

    private static void AddPools(ProductTypes types, ObjectType query)
    {
        query
            .ToOne("pool", types.Pool.Type, "A pool; null when there is none.")
            .Argument(
                "network",
                Scalars.String.NonNull(),
                "Name of its network.",
                (row, network) => $"{types.Pool.Map.Of(row)[pool => pool.Network]} = {network}"
            )
            .Argument(
                "id",
                Scalars.String.NonNull(),
                "The pid as decimal text on parachains, the contract address (0x, lower case) on EVM chains.",
                (row, id) => $"{types.Pool.Map.Of(row)[pool => pool.PoolId]} = {id}"
            )
            .AsOf(types.AsOf);
        query.ToMany("pools", types.Pool.Type, "The pools of all networks.").AsOf(types.AsOf);
        query.ToMany("positions", types.Position.Type, "What each account has in each pool.").AsOf(types.AsOf);
    }

    private static void AddGovernance(ProductTypes types, ObjectType query)
    {
        var governance = types.Governance;
        query
            .ToOne("proposal", governance.Proposal.Type, "A proposal; null when there is none.")
            .Argument(
                "network",
                Scalars.String.NonNull(),
                "Name of its network.",
                (row, network) => $"{governance.Proposal.Map.Of(row)[proposal => proposal.Network]} = {network}"
            )
            .Argument(
                "id",
                Scalars.String.NonNull(),
                "Its proposalId: the system and the native id, for example referendum/77, council/197 or snapshot/0x98….",
                (row, id) => $"{governance.Proposal.Map.Of(row)[proposal => proposal.ProposalId]} = {id}"
            )
            .AsOf(types.AsOf);
        query
            .ToMany(
                "proposals",
                governance.Proposal.Type,
                "The proposals of all governance systems and networks, newest first. Those closing soon: where status is ACTIVE and endTime lies ahead, ordered by END_TIME."
            )
            .OrderedBy(("TIME", SortDirection.Descending))
            .AsOf(types.AsOf);
        query
            .ToMany("votes", governance.Vote.Type, "The votes in force in all governance systems, newest first.")
            .OrderedBy(("CAST_TIME", SortDirection.Descending))
            .AsOf(types.AsOf);
        query.ToMany(
            "voteDelegations",
            governance.Delegation.Type,
            "Who let whom vote for it from when to when, on all networks. Those in force: where toHeight is null; those in force at a time: where fromTime is not later, and toTime is later or null."
        );
        query
            .ToMany(
                "reconciliations",
                governance.Reconciliation.Type,
                "Figures of proposals as we sum them compared with those that the chain or the source states, oldest first. Where both differ, reason is not null."
            )
            .OldestFirst();
    }

    private static string IsMetOn(ProductTypes types, SqlRow row, string network)
    {
        var met = types.Appearance.Map.As("met");
        return $"exists (select from {met.From} where {met[account => account.Network]} = {network} and {met[account => account.Address]} = {types.Addresses.Of(row)[account => account.Address]})";
    }

    /// <summary>The holder of an address; of an unknown Substrate account that of the receivers of its claims.</summary>
    private static string HolderOf(ProductTypes types, string address)
    {
        var member = types.Addresses.As("member");
        var link = types.Links.As("link");
        return $"""
            coalesce(
             (select {member[row => row.Holder]} from {member.From} where {member[row => row.Address]} = {address}),
             (select {member[row => row.Holder]} from {link.From}
              join {member.From} on {member[row => row.Address]} = {link[row => row.Account]}
              where {link[
                row => row.User
            ]} = substring({address} from 1 for {AccountId.EvmLength}) and length({address}) = {AccountId.SubstrateLength}
              limit 1))
            """;
    }
}
