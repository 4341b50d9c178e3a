// Section 4 of the GraphQL specification.

const levels = 8;
const typeRef = Array.from({ length: levels }).reduce((inner) => `kind name ${inner && `ofType { ${inner} }`}`, "");

const input = `name description type { ...Ref } defaultValue isDeprecated deprecationReason`;

export const introspectionQuery = `query Introspection {
  __schema {
    queryType { name }
    mutationType { name }
    subscriptionType { name }
    types {
      kind name description specifiedByURL isOneOf
      fields(includeDeprecated: true) {
        name description isDeprecated deprecationReason type { ...Ref }
        args(includeDeprecated: true) { ${input} }
      }
      inputFields(includeDeprecated: true) { ${input} }
      interfaces { name }
      possibleTypes { name }
      enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
    }
    directives { name description args(includeDeprecated: true) { ${input} } }
  }
}
fragment Ref on __Type { ${typeRef} }`;
