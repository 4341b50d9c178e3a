import { graphql } from "./gql/index.js";
import type { PoolCardFragment, PoolsQuery } from "./gql/graphql.js";

export const card = graphql(`
  fragment PoolCard on Pool {
    __typename
    id
    kind
    createdTime
    sharePrice
    owner {
      address
    }
  }
`);

export const pools = graphql(`
  query Pools($first: Int!, $after: String, $where: PoolFilter, $orderBy: [PoolOrder!]) {
    pools(first: $first, after: $after, where: $where, orderBy: $orderBy) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        network
        poolId
        totalValue
        ...PoolCard
      }
    }
  }
`);

/** Compiles only when keys, nullability and scalars are typed as the schema says. */
export function describe(query: PoolsQuery, fragment: PoolCardFragment): [number, string, string | null] {
  return [query.pools.totalCount, fragment.id, query.pools.pageInfo.endCursor ?? null];
}
