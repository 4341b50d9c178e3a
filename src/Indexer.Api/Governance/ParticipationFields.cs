using Indexer.Api.Holders;
using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;
using Indexer.Storage;

namespace Indexer.Api.Governance;

/// <summary>How often a person voted of the times that it could have.</summary>
internal static class ParticipationFields
{
    private const string From = "from";
    private const string To = "to";
    private const string Systems = "systems";
    private const string Proposals = "proposals";
    private const string Voted = "voted";

    /// <summary>All proposals of the span and all votes of a holder on them are read, as for an aggregate.</summary>
    private const int Points = 100;

    /// <summary>The ends of a vote that decided something: not those that were struck down or became another proposal.</summary>
    private static readonly ProposalStatus[] Decided =
    [
        ProposalStatus.Passed,
        ProposalStatus.Rejected,
        ProposalStatus.Queued,
        ProposalStatus.Executed,
        ProposalStatus.Failed,
        ProposalStatus.Expired,
        ProposalStatus.Closed,
        ProposalStatus.Awarded,
        ProposalStatus.Paid,
    ];

    /// <summary>The systems in which everyone who has the token can vote.</summary>
    private static readonly ProposalSystem[] Open =
    [
        ProposalSystem.Referendum,
        ProposalSystem.Governor,
        ProposalSystem.GovernorBravo,
        ProposalSystem.Snapshot,
    ];

    public static void Add(ProductTypes types)
    {
        var participation = types.Governance.Participation;
        participation.Column(
            "fromTime",
            Scalars.DateTime,
            From,
            "The begin of the span, UTC: what was asked for, else when the index first met one of the accounts; null when it met none."
        );
        participation.Column(
            Proposals,
            Scalars.Int.NonNull(),
            Proposals,
            $"The denominator: proposals of the systems that were decided (status {Texts(Decided, ", ")}) and whose voting ended in the span, so that they could be voted on in it."
        );
        participation.Column(
            Voted,
            Scalars.Int.NonNull(),
            Voted,
            "The numerator: those of them on which one of the accounts has a vote that counts, its own or with wrapped PHA. A vote removed while it counted, an aggregate, and a vote cast by a delegate are none."
        );
        participation.Computed(
            "rate",
            types.Scalars.Ratio,
            row => TallyFields.Ratio(row[Voted], row[Proposals]),
            "voted / proposals; null when there was nothing to vote on."
        );
        AddTo(types, types.Account, mine => $"array[{mine[row => row.Address]}]");
        AddTo(types, types.Holder, mine => HolderSql.Members(types, mine));
    }

    private static void AddTo(
        ProductTypes types,
        ObjectMap<HolderAccount> owner,
        Func<RowOf<HolderAccount>, string> members
    ) =>
        owner
            .Type.ToOne(
                "participation",
                types.Governance.Participation,
                "How many of the proposals that could be voted on were voted on: a proposal counts once, whichever of the accounts voted and however often.",
                Join.From(row => Sql(types, row, members(owner.Map.Of(row)))),
                required: true
            )
            .Costing(Points)
            .Argument(
                new InputValue(
                    From,
                    Scalars.DateTime,
                    "The begin of the span, UTC; the first appearance of its accounts when left out."
                )
            )
            .Argument(
                new InputValue(
                    To,
                    Scalars.DateTime,
                    "The end of the span, UTC, which belongs to it; none when left out."
                )
            )
            .Argument(
                new InputValue(
                    Systems,
                    types.Scalars.LeafOf(typeof(ProposalSystem)).NonNull().List(),
                    "The governance systems that are asked for. Left out: those in which all holders of the token can vote.",
                    $"[{Texts(Open, ", ")}]"
                )
            );

    private static string Sql(ProductTypes types, SqlRow row, string members)
    {
        var governance = types.Governance;
        var (met, made) = (types.Appearance.Map.As("met"), governance.Proposals.As("made"));
        var (decided, vote) = (governance.Proposal.Map.As("decided"), governance.Vote.Map.As("own_vote"));
        return $"""
            (select span.begin as "{From}", count({decided[state => state.ProposalId]}) as {Proposals}, count(cast_on.id) as {Voted}
             from (select coalesce({row.Argument(From)}, (select min({met[account => account.Time]}) from {met.From}
              where {met[account => account.Address]} = any ({members}))) as begin) span
             left join ({decided.From}
              join {made.From} on {made[fact => fact.Network]} = {decided[state => state.Network]} and {made[
                fact => fact.Id
            ]} = {decided[state => state.ProposalId]} and {made[fact => fact.System]} = any ({row.Argument(Systems)}))
              on {decided[state => state.Status]} in ('{Texts(Decided, "', '")}') and {decided[
                state => state.EndTime
            ]} >= span.begin
              and ({row.Argument(To)} is null or {decided[state => state.EndTime]} <= {row.Argument(To)})
              and {row.InForce(governance.Proposal.Type, "decided")}
             left join (select distinct {vote[item => item.Network]}, {vote[item => item.ProposalId]} from {vote.From}
              where {vote[item => item.Voter]} = any ({members}) and {vote[item => item.Counts]}
              and {row.InForce(governance.Vote.Type, "own_vote")}) cast_on(network, id)
              on cast_on.network = {decided[state => state.Network]} and cast_on.id = {decided[state => state.ProposalId]}
             group by span.begin)
            """;
    }

    private static string Texts<TEnum>(IEnumerable<TEnum> values, string between)
        where TEnum : struct, Enum => string.Join(between, values.Select(EnumText.Of));
}
