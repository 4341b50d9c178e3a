// Read by relay-compiler only. The same query as pool.mjs asks.
import { graphql } from "relay-runtime";

graphql`
  query relayQueryPoolQuery($network: String!, $id: String!, $asOf: AsOf) {
    pool(network: $network, id: $id, asOf: $asOf) {
      id
      poolId
      totalValue
      positions(first: 5, orderBy: [{ field: SHARES, direction: DESC }]) {
        nodes {
          id
          value
          holder {
            id
            stakedValue
          }
        }
      }
    }
  }
`;
