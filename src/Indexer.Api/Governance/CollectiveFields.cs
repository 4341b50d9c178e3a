using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Governance;

/// <summary>The council and the technical committee of a parachain, and the council's elections.</summary>
internal static class CollectiveFields
{
    public static void Add(ProductTypes types)
    {
        AddMember(types);
        AddElectionVote(types);
        AddToNetwork(types);
    }

    private static void AddMember(ProductTypes types)
    {
        var member = types.Governance.Member;
        member.AddNetwork(row => row.Network, types.Names.Refusal);
        member.Add(row => row.Body);
        member.Add(row => row.Account, "address");
        member.Add(row => row.Role);
        member.Add(row => row.Backing);
        IntervalFields.Add(types, member);
        LedgerRowFields.AddAccount(types, member, row => row.Account, required: true);
    }

    private static void AddElectionVote(ProductTypes types)
    {
        var vote = types.Governance.ElectionVote;
        vote.AddNetwork(row => row.Network, types.Names.Refusal);
        vote.Add(row => row.Voter);
        vote.Type.Computed(
            "candidates",
            types.Scalars.Address.NonNull().List().NonNull(),
            row =>
                $"array(select decode(substr(candidate, 3), 'hex') from unnest(string_to_array({vote.Map.Of(row)[item => item.Candidates]}, ',')) candidate)",
            "Those it approves of, in its order of preference."
        );
        vote.Add(row => row.Stake);
        IntervalFields.Add(types, vote);
        LedgerRowFields.AddAccount(types, vote, row => row.Voter, required: true);
    }

    private static void AddToNetwork(ProductTypes types)
    {
        var (network, member, vote) = (types.Network, types.Governance.Member, types.Governance.ElectionVote);
        network
            .Type.ToMany(
                "members",
                member.Type,
                "Who sits or stands for a seat in the bodies of a parachain.",
                network.On(member.Map, (row => row.Name, row => row.Network)).InForce(types)
            )
            .Argument(
                "body",
                types.Scalars.LeafOf(typeof(CollectiveBody)),
                "Only of this body; of both when left out.",
                OfBody
            )
            .AsOf(types.AsOf);
        network
            .ToMany(
                "memberHistory",
                member,
                "Who sat or stood for a seat from when to when, oldest first.",
                (row => row.Name, row => row.Network)
            )
            .Argument(
                "body",
                types.Scalars.LeafOf(typeof(CollectiveBody)),
                "Only of this body; of both when left out.",
                OfBody
            )
            .OrderedBy(("FROM_HEIGHT", SortDirection.Ascending));
        network
            .Type.ToMany(
                "electionVotes",
                vote.Type,
                "The standing votes in the council's elections.",
                network.On(vote.Map, (row => row.Name, row => row.Network)).InForce(types)
            )
            .AsOf(types.AsOf);

        string OfBody(SqlRow row, string body) => $"{member.Map.Of(row)[item => item.Body]} = {body}";
    }
}
