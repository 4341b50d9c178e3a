import { graphql } from "relay-runtime";

graphql`
  query PoolListQuery($first: Int!, $where: PoolFilter) {
    ...PoolList_pools @arguments(first: $first, where: $where)
  }
`;

graphql`
  fragment PoolList_pools on Query
  @refetchable(queryName: "PoolListPaginationQuery")
  @argumentDefinitions(
    first: { type: "Int", defaultValue: 10 }
    after: { type: "String" }
    where: { type: "PoolFilter" }
  ) {
    pools(first: $first, after: $after, where: $where) @connection(key: "PoolList_pools") {
      edges {
        node {
          id
          ...PoolList_pool
        }
      }
    }
  }
`;

graphql`
  fragment PoolList_pool on Pool @refetchable(queryName: "PoolRefetchQuery") {
    id
    totalValue
    owner {
      address
    }
  }
`;
