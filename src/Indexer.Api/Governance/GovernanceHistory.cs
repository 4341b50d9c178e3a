using Indexer.Api.Holders;
using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Governance;

/// <summary>What a person did in governance, on all networks and by all addresses.</summary>
internal static class GovernanceHistory
{
    public static void Add(ProductTypes types)
    {
        Add(types, types.Account, (mine, address) => $"{address} = {mine[row => row.Address]}");
        Add(types, types.Holder, (mine, address) => $"{address} = any ({HolderSql.Members(types, mine)})");
        ParticipationFields.Add(types);
        AddToBlock(types);
    }

    private static void Add(
        ProductTypes types,
        ObjectMap<HolderAccount> owner,
        Func<RowOf<HolderAccount>, string, string> owns
    )
    {
        AddProposals(types, owner, owns);
        var governance = types.Governance;
        Many(
                governance.Vote,
                "votes",
                "Its votes in force in all governance systems, newest first. Votes with wrapped PHA are among them; an aggregate (AGGREGATE, counts false) is shown where it cast one, and does not count beside them.",
                vote => vote[row => row.Voter]
            )
            .OrderedBy(("CAST_TIME", SortDirection.Descending));
        Many(
                governance.VoteEvent,
                "voteEvents",
                "Everything that changed its votes, oldest first: also votes that were replaced or removed.",
                entry => entry[row => row.Voter]
            )
            .OldestFirst();
        Intervals(
            governance.Delegation,
            "delegations",
            "Whom it let vote for it from when to when, oldest first; a change of delegate, amount or conviction begins another one. Those in force have no toHeight.",
            delegation => delegation[row => row.Delegator]
        );
        Intervals(
            governance.Delegation,
            "delegators",
            "Who let it vote for them from when to when, oldest first. Those in force have no toHeight.",
            delegation => delegation[row => row.Delegate]
        );
        Intervals(
            governance.Member,
            "memberships",
            "The seats that it had or stood for in the bodies of parachains, oldest first.",
            member => member[row => row.Account]
        );
        Intervals(
            governance.ElectionVote,
            "electionVotes",
            "Its standing votes in elections of councils from when to when, oldest first.",
            vote => vote[row => row.Voter]
        );

        Field Many<TRow>(ObjectMap<TRow> target, string name, string description, Func<RowOf<TRow>, string> address)
            where TRow : class =>
            owner
                .Type.ToMany(
                    name,
                    target.Type,
                    description,
                    owner.Where(target, (mine, theirs) => owns(mine, address(theirs)))
                )
                .Filterable();

        void Intervals<TRow>(ObjectMap<TRow> target, string name, string description, Func<RowOf<TRow>, string> address)
            where TRow : StateRow =>
            Many(target, name, description, address).OrderedBy(("FROM_TIME", SortDirection.Ascending));
    }

    private static void AddProposals(
        ProductTypes types,
        ObjectMap<HolderAccount> owner,
        Func<RowOf<HolderAccount>, string, string> owns
    ) =>
        owner
            .Type.ToMany(
                "proposals",
                types.Governance.Proposal.Type,
                "The proposals that it made, newest first.",
                Join.On()
                    .Where((mine, proposal) => owns(owner.Map.Of(mine), proposal[ProposalFacts.ProposerColumn(types)]))
            )
            .OrderedBy(("CREATED_TIME", SortDirection.Descending))
            .Filterable();

    private static void AddToBlock(ProductTypes types)
    {
        types.Block.ToMany(
            "proposalEvents",
            types.Governance.Event,
            "Events of proposals in the block.",
            (row => row.Network, entry => entry.Network),
            (row => row.Height, entry => entry.Height)
        );
        types.Block.ToMany(
            "voteEvents",
            types.Governance.VoteEvent,
            "Changes of votes in the block.",
            (row => row.Network, entry => entry.Network),
            (row => row.Height, entry => entry.Height)
        );
    }
}
