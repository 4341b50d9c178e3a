using System.Globalization;
using System.Text;

namespace Indexer.Simulator.Snapshot;

/// <summary>Answers the fields of a hub's schema from the books of a space.</summary>
/// <param name="books">What the hub has.</param>
/// <param name="faults">What it does wrong.</param>
internal sealed class HubSchema(SpaceBooks books, HubFaults faults)
{
    public string Answer(IReadOnlyList<QueryField> query) => $"{{\"data\":{Object(query, Root)}}}";

    private string Root(QueryField field) =>
        field.Name switch
        {
            "space" => Equals(field.Arguments.GetValueOrDefault("id"), SimulatedSpace.Id)
                ? Object(field.Fields, Space)
                : "null",
            "proposals" => List(
                new HubList<SpaceProposal>(books.Proposals, Value).Select(field.Arguments),
                proposal => Object(field.Fields, item => Proposal(proposal, item))
            ),
            "proposal" => books.Proposals.FirstOrDefault(row => Equals(row.Id, field.Arguments.GetValueOrDefault("id")))
                is { } proposal
                ? Object(field.Fields, item => Proposal(proposal, item))
                : "null",
            "votes" => List(
                new HubList<SpaceVote>(VotesFor(field.Arguments), Value).Select(field.Arguments),
                vote => Object(field.Fields, item => Vote(vote, item))
            ),
            _ => throw Unknown(field, "Query"),
        };

    private IEnumerable<SpaceVote> VotesFor(IReadOnlyDictionary<string, object?> arguments) =>
        arguments.GetValueOrDefault("where") is Dictionary<string, object?> where && where.ContainsKey("id_in")
            ? books.Votes
            : books.Votes.Where(vote => !faults.UnlistedVotes.Contains(vote.Id));

    private static string Space(QueryField field) =>
        field.Name switch
        {
            "id" => HubJson.Text(SimulatedSpace.Id),
            "name" => HubJson.Text("Phala Network"),
            "network" => HubJson.Text("1"),
            "symbol" => HubJson.Text("vPHA"),
            _ => throw Unknown(field, "Space"),
        };

    private string Proposal(SpaceProposal proposal, QueryField field) =>
        field.Name switch
        {
            _ when field.Name == faults.GarbledField => "{\"not\":\"this\"}",
            "id" => HubJson.Text(proposal.Id),
            "author" => HubJson.Text(proposal.Author),
            "created" => Number(proposal.Created),
            "updated" => proposal.Updated is { } updated ? Number(updated) : "null",
            "start" => Number(proposal.Start),
            "end" => Number(proposal.End),
            "type" => HubJson.Text(proposal.Type),
            "title" => HubJson.Text(proposal.Title),
            "body" => HubJson.Text(proposal.Body),
            "discussion" => HubJson.Text(""),
            "choices" => HubJson.Texts(proposal.Choices),
            "labels" => "[]",
            "state" => HubJson.Text(
                faults.PendingProposals.Contains(proposal.Id) ? "pending" : proposal.StateAt(books.Time)
            ),
            "flagged" => proposal.IsFlagged ? "true" : "false",
            "quorum" => HubJson.Number(proposal.Quorum),
            "quorumType" => HubJson.Text("default"),
            "privacy" => HubJson.Text(proposal.Privacy),
            "network" => HubJson.Text("1"),
            "snapshot" => HubJson.Text(proposal.SnapshotBlock.ToString(CultureInfo.InvariantCulture)),
            "symbol" => HubJson.Text("vPHA"),
            "strategies" => List(["1", "2035"], network => Object(field.Fields, item => Strategy(network, item))),
            "scores" => HubJson.Numbers(books.ScoresOf(proposal)),
            "scores_by_strategy" => List(
                books.ScoresOf(proposal),
                score => HubJson.Numbers(SpaceVote.ByStrategy(score))
            ),
            "scores_state" => HubJson.Text(proposal.IsFinal ? "final" : "pending"),
            "scores_total" => HubJson.Number(books.TotalOf(proposal)),
            "scores_updated" => Number(books.Time),
            "votes" => Number(books.VotesOn(proposal.Id).Count),
            _ => throw Unknown(field, "Proposal"),
        };

    private static string Strategy(string network, QueryField field) =>
        field.Name switch
        {
            "name" => HubJson.Text("erc20-balance-of"),
            "network" => HubJson.Text(network),
            "params" => "{\"symbol\":\"vPHA\",\"decimals\":18}",
            _ => throw Unknown(field, "Strategy"),
        };

    private string Vote(SpaceVote vote, QueryField field) =>
        field.Name switch
        {
            _ when field.Name == faults.GarbledField => "{\"not\":\"this\"}",
            "id" => HubJson.Text(vote.Id),
            "voter" => HubJson.Text(vote.Voter),
            "created" => Number(vote.Created),
            "choice" => vote.Ciphertext is { } hidden ? HubJson.Text(hidden) : vote.Choice,
            "reason" => HubJson.Text(vote.Reason),
            "metadata" => "{}",
            "vp" => vote.PowerText,
            "vp_by_strategy" => vote.PowerByStrategyText,
            "vp_state" => HubJson.Text(vote.IsFinal ? "final" : "pending"),
            _ => throw Unknown(field, "Vote"),
        };

    private object? Value(SpaceProposal proposal, string field) =>
        field switch
        {
            "id" => proposal.Id,
            "space" => SimulatedSpace.Id,
            "author" => proposal.Author,
            "type" => proposal.Type,
            "created" => proposal.Created,
            "updated" => proposal.Updated,
            "start" => proposal.Start,
            "end" => proposal.End,
            "flagged" => proposal.IsFlagged,
            "state" => proposal.StateAt(books.Time),
            "votes" => (long)books.VotesOn(proposal.Id).Count,
            "scores_total" => books.TotalOf(proposal),
            _ => throw new HubException($"Field \"{field}\" is not defined by type \"ProposalWhere\"."),
        };

    private static object? Value(SpaceVote vote, string field) =>
        field switch
        {
            "id" => vote.Id,
            "space" => SimulatedSpace.Id,
            "proposal" => vote.Proposal,
            "voter" => vote.Voter,
            "created" => vote.Created,
            "vp" => vote.Power,
            _ => throw new HubException($"Field \"{field}\" is not defined by type \"VoteWhere\"."),
        };

    /// <summary>Two strategies: most of the tokens are on Ethereum, the rest on the L2.</summary>
    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Object(IReadOnlyList<QueryField> fields, Func<QueryField, string> valueOf)
    {
        if (fields.Count == 0)
        {
            throw new HubException("An object must have a selection of subfields.");
        }
        var json = new StringBuilder("{");
        foreach (var field in fields)
        {
            json.Append(json.Length > 1 ? "," : "").Append(HubJson.Text(field.Key)).Append(':').Append(valueOf(field));
        }
        return json.Append('}').ToString();
    }

    private static string List<T>(IEnumerable<T> items, Func<T, string> write) =>
        $"[{string.Join(',', items.Select(write))}]";

    private static HubException Unknown(QueryField field, string type) =>
        new($"Cannot query field \"{field.Name}\" on type \"{type}\".");
}
