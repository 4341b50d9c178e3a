namespace Indexer.Snapshot;

/// <summary>The questions to the hub.</summary>
internal static class HubQueries
{
    public const string Listing = """
        query Listing($space: String!, $first: Int!, $skip: Int!, $from: Int!) {
          space(id: $space) { id }
          proposals(first: $first, skip: $skip, where: { space: $space, created_gte: $from },
                    orderBy: "created", orderDirection: asc) {
            id created updated state flagged scores_state
          }
        }
        """;

    public const string Proposals = """
        query Proposals($ids: [String]!, $first: Int!) {
          proposals(first: $first, where: { id_in: $ids }, orderBy: "created", orderDirection: asc) {
            id author created updated start end type title body discussion choices state flagged
            quorum quorumType privacy network snapshot symbol strategies { name network params }
            scores scores_by_strategy scores_state scores_total scores_updated votes
          }
        }
        """;

    public const string Votes = $$"""
        query Votes($proposal: String!, $first: Int!, $skip: Int!, $from: Int!) {
          votes(first: $first, skip: $skip, where: { proposal: $proposal, created_gte: $from },
                orderBy: "created", orderDirection: asc) {
            {{VoteFields}}
          }
        }
        """;

    public const string VotesById = $$"""
        query VotesById($ids: [String]!, $first: Int!) {
          votes(first: $first, where: { id_in: $ids }, orderBy: "created", orderDirection: asc) {
            {{VoteFields}}
          }
        }
        """;

    private const string VoteFields = "id voter created choice reason vp vp_by_strategy vp_state";
}
