using System.Linq.Expressions;
using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Governance;

/// <summary>What never changes of a proposal, in the row of where it stands.</summary>
internal static class ProposalFacts
{
    /// <summary>Begins the names of their columns, some of which the state has too.</summary>
    private const string Prefix = "made_";

    private static readonly Expression<Func<Proposal, object?>>[] Columns =
    [
        row => row.System,
        row => row.NativeId,
        row => row.Space,
        row => row.Proposer,
        row => row.Height,
        row => row.Time,
        row => row.Transaction,
        row => row.Extrinsic,
    ];

    /// <summary>The query of states with their facts.</summary>
    public static Func<EntityMap<ProposalState>, string> Query(EntityMap<Proposal> facts) =>
        states =>
        {
            var (state, made) = (states.As("state"), facts.As("made"));
            var columns = Columns.Select(column => $"{made[column]} as \"{Prefix}{facts.Column(column)}\"");
            return $"""
                select state.*, {string.Join(", ", columns)} from {state.From}
                join {made.From} on {made[row => row.Network]} = {state[row => row.Network]} and {made[
                    row => row.Id
                ]} = {state[row => row.ProposalId]}
                """;
        };

    /// <summary>The column of the account that made it.</summary>
    public static string ProposerColumn(ProductTypes types) =>
        Prefix + types.Governance.Proposals.Column(row => row.Proposer);

    /// <summary>The height of the block that made it, which Snapshot does not have.</summary>
    public static void AddCreatedHeight(this ProductTypes types)
    {
        var (proposal, facts) = (types.Governance.Proposal, types.Governance.Proposals);
        var column = Prefix + facts.Column(row => row.Height);
        proposal
            .Type.Computed(
                "createdHeight",
                Scalars.Long,
                row => types.Names.Height(proposal.Map.Of(row)[state => state.Network], row[column]),
                "Height of the block that made it. Null on Snapshot."
            )
            .Filterable()
            .NotGroupable();
    }

    /// <summary>A field that reads one of them.</summary>
    public static Field AddFact<TValue>(
        this ProductTypes types,
        string name,
        Expression<Func<Proposal, TValue>> property,
        ScalarType? scalar = null
    )
    {
        var (proposal, facts) = (types.Governance.Proposal, types.Governance.Proposals);
        var source = facts.Property(property);
        return proposal.Type.Column(
            name,
            scalar ?? types.Scalars.TypeOf(source),
            Prefix + facts.Column(property),
            proposal.Description(source.PropertyInfo!)
        );
    }
}
