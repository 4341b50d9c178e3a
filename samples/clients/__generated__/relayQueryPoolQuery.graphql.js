/**
 * @generated SignedSource<<5adedbd30a77fab99705220adbb8ed75>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

var node = (function(){
var v0 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "asOf"
},
v1 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "id"
},
v2 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "network"
},
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v4 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "asOf",
        "variableName": "asOf"
      },
      {
        "kind": "Variable",
        "name": "id",
        "variableName": "id"
      },
      {
        "kind": "Variable",
        "name": "network",
        "variableName": "network"
      }
    ],
    "concreteType": "Pool",
    "kind": "LinkedField",
    "name": "pool",
    "plural": false,
    "selections": [
      (v3/*:: as any*/),
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "poolId",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "totalValue",
        "storageKey": null
      },
      {
        "alias": null,
        "args": [
          {
            "kind": "Literal",
            "name": "first",
            "value": 5
          },
          {
            "kind": "Literal",
            "name": "orderBy",
            "value": [
              {
                "direction": "DESC",
                "field": "SHARES"
              }
            ]
          }
        ],
        "concreteType": "PositionConnection",
        "kind": "LinkedField",
        "name": "positions",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "Position",
            "kind": "LinkedField",
            "name": "nodes",
            "plural": true,
            "selections": [
              (v3/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "value",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "concreteType": "Holder",
                "kind": "LinkedField",
                "name": "holder",
                "plural": false,
                "selections": [
                  (v3/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "stakedValue",
                    "storageKey": null
                  }
                ],
                "storageKey": null
              }
            ],
            "storageKey": null
          }
        ],
        "storageKey": "positions(first:5,orderBy:[{\"direction\":\"DESC\",\"field\":\"SHARES\"}])"
      }
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": [
      (v0/*:: as any*/),
      (v1/*:: as any*/),
      (v2/*:: as any*/)
    ],
    "kind": "Fragment",
    "metadata": null,
    "name": "relayQueryPoolQuery",
    "selections": (v4/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [
      (v2/*:: as any*/),
      (v1/*:: as any*/),
      (v0/*:: as any*/)
    ],
    "kind": "Operation",
    "name": "relayQueryPoolQuery",
    "selections": (v4/*:: as any*/)
  },
  "params": {
    "cacheID": "b3bf95ec0b7cbe41eff278b999153610",
    "id": null,
    "metadata": {},
    "name": "relayQueryPoolQuery",
    "operationKind": "query",
    "text": "query relayQueryPoolQuery(\n  $network: String!\n  $id: String!\n  $asOf: AsOf\n) {\n  pool(network: $network, id: $id, asOf: $asOf) {\n    id\n    poolId\n    totalValue\n    positions(first: 5, orderBy: [{field: SHARES, direction: DESC}]) {\n      nodes {\n        id\n        value\n        holder {\n          id\n          stakedValue\n        }\n      }\n    }\n  }\n}\n"
  }
};
})();

node.hash = "885b8b36f5a8af3d44c67cde1613c101";

export default node;
