// The schema as introspection tells it.

/** The name of a type without its lists and non-nulls. */
export function named(type) {
  while (type?.ofType) {
    type = type.ofType;
  }
  return type?.name ?? null;
}

/** The type of the items of a list; of another type, itself: a single value stands for a list of one. */
export function itemOf(type) {
  const list = type?.kind === "NON_NULL" ? type.ofType : type;
  return list?.kind === "LIST" ? list.ofType : (type ?? null);
}

/** A type as the language writes it, such as [Int!]. */
export function show(type) {
  if (type.kind === "NON_NULL") {
    return `${show(type.ofType)}!`;
  }
  return type.kind === "LIST" ? `[${show(type.ofType)}]` : type.name;
}

export const isRequired = (input) => input.type.kind === "NON_NULL" && input.defaultValue === null;

const typeName = {
  name: "__typename",
  description: "The name of the object's type.",
  args: [],
  type: { kind: "NON_NULL", name: null, ofType: { kind: "SCALAR", name: "String", ofType: null } },
};

export class Schema {
  constructor(introspection) {
    this.types = new Map(introspection.types.map((type) => [type.name, type]));
    this.directives = new Map(introspection.directives.map((directive) => [directive.name, directive]));
    this.roots = {};
    for (const kind of ["query", "mutation", "subscription"]) {
      this.roots[kind] = introspection[`${kind}Type`]?.name ?? null;
    }
  }

  type(name) {
    return this.types.get(name);
  }

  field(typeName, name) {
    return this.fields(typeName).find((field) => field.name === name);
  }

  /** The fields that can be selected on a type, with those that introspection leaves out. */
  fields(name) {
    const type = this.type(name);
    if (!type) {
      return [];
    }
    return [...(type.fields ?? []), typeName, ...(name === this.roots.query ? this.metaFields() : [])];
  }

  metaFields() {
    const required = (kind, name) => ({ kind: "NON_NULL", ofType: { kind, name, ofType: null } });
    const text = {
      name: "name",
      description: "The name of the type.",
      type: required("SCALAR", "String"),
      defaultValue: null,
    };
    return [
      { name: "__schema", description: "The schema.", args: [], type: required("OBJECT", "__Schema") },
      {
        name: "__type",
        description: "A type by its name.",
        args: [text],
        type: { kind: "OBJECT", name: "__Type", ofType: null },
      },
    ];
  }

  isComposite(name) {
    return ["OBJECT", "INTERFACE", "UNION"].includes(this.type(name)?.kind);
  }

  /** The types whose objects can be objects of this type, too: what "... on" can name. */
  possible(name) {
    const type = this.type(name);
    return [...new Set([...(type?.possibleTypes ?? []), ...(type?.interfaces ?? [])].map((other) => other.name))];
  }

  /** The root types, then all others in their order; not those of introspection. */
  list() {
    const roots = Object.values(this.roots).filter(Boolean);
    return [...roots, ...[...this.types.keys()].filter((name) => !roots.includes(name) && !name.startsWith("__"))];
  }
}
