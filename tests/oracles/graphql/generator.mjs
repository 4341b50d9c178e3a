import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isNonNullType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from "graphql";
import { Values } from "./values.mjs";

/** Makes operations over a schema with fragments, variables, directives, aliases and nested input. */
export class Generator {
  /**
   * @param options {scalars, argument(parent, field, argument), roots, meta}: values of scalars; a JSON value for an
   * argument, null to leave it out, undefined to choose; names of root fields; how often to ask for __schema or __type.
   */
  constructor(schema, random, options = {}) {
    this.schema = schema;
    this.random = random;
    this.options = options;
    this.values = new Values(random, options.scalars);
  }

  /** {query, variables}; the query is valid unless a response key happens to have two meanings. */
  document() {
    this.fragments = [];
    this.names = 0;
    const count = this.random.chance(0.1) ? 2 : 1;
    const operations = Array.from({ length: count }, () => this.operation(count > 1));
    return {
      query: [...operations.map((it) => it.text), ...this.fragments.map((it) => it.text)].join("\n"),
      variables: operations[0].variables,
      operationName: operations[0].name,
    };
  }

  operation(isNamed) {
    this.variables = new Map();
    this.reusable = [];
    const name = isNamed || this.random.chance(0.5) ? this.name("Q") : null;
    const selection = this.rootSelection();
    const variables = [...this.variables.values()];
    const definitions = variables.map((it) => `$${it.name}: ${it.type}${it.default ?? ""}`).join(", ");
    const head = name || definitions ? `query ${name ?? ""}${definitions ? `(${definitions})` : ""} ` : "";
    const given = variables.filter((it) => it.value !== undefined).map((it) => [it.name, it.value]);
    return { name, text: head + selection, variables: Object.fromEntries(given) };
  }

  rootSelection() {
    const type = this.schema.getQueryType();
    const fields = Object.values(type.getFields()).filter((it) => this.options.roots?.includes(it.name) ?? true);
    const chosen = this.random.some(fields, 1, 2).map((it) => this.field(type, it, this.options.depth ?? 5));
    return `{ ${[...chosen, ...this.meta()].join(" ")} }`;
  }

  meta() {
    const parts = this.random.chance(0.1) ? ["__typename"] : [];
    if (this.random.chance(this.options.meta ?? 0)) {
      parts.push(this.field(null, this.random.pick([SchemaMetaFieldDef, TypeMetaFieldDef]), 6));
    }
    return parts;
  }

  name(prefix) {
    return `${prefix}${this.names++}`;
  }

  selection(type, depth) {
    const parts = isAbstractType(type) ? ["__typename"] : [];
    const fields = Object.values(type.getFields?.() ?? {}).filter((it) => depth > 0 || !isCompositeType(getNamedType(it.type)));
    for (const field of this.random.some(fields, 1, 4)) {
      parts.push(this.field(type, field, depth));
    }
    if (this.random.chance(0.1) || parts.length === 0) {
      parts.push(`${this.random.chance(0.3) ? `${this.name("t")}: ` : ""}__typename`);
    }
    if (depth > 0 && (isAbstractType(type) || this.random.chance(0.2))) {
      parts.push(this.fragment(type, depth - 1));
    }
    if (this.random.chance(0.1)) {
      parts.push(this.random.pick(parts));
    }
    return `{ ${parts.join(" ")} }`;
  }

  /** A fragment that can apply to a type, inline or spread. */
  fragment(type, depth) {
    const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type, ...(type.getInterfaces?.() ?? [])];
    const target = this.random.pick([type, ...possible]);
    if (this.random.chance(0.5)) {
      const condition = target !== type || this.random.chance(0.5) ? ` on ${target}` : "";
      return `...${condition}${this.directives()} ${this.selection(target, depth)}`;
    }
    const known = this.reusable.filter((it) => it.type === target);
    if (known.length > 0 && this.random.chance(0.5)) {
      return `...${this.random.pick(known).name}${this.directives()}`;
    }
    const name = this.name("F");
    const text = `fragment ${name} on ${target} ${this.selection(target, depth)}`;
    this.fragments.push({ text });
    this.reusable.push({ name, type: target });
    return `...${name}${this.directives()}`;
  }

  field(parent, field, depth) {
    const given = this.arguments(parent, field);
    const alias = given || this.random.chance(0.15) ? `${this.name("a")}: ` : "";
    const type = getNamedType(field.type);
    const inner = isCompositeType(type) ? ` ${this.selection(type, depth - 1)}` : "";
    return `${alias}${field.name}${given}${this.directives()}${inner}`;
  }

  arguments(parent, field) {
    const parts = [];
    for (const argument of field.args) {
      const fixed = this.options.argument?.(parent, field, argument);
      const isRequired = isNonNullType(argument.type) && argument.defaultValue === undefined;
      if (fixed === null || (!isRequired && fixed === undefined && this.random.chance(0.7))) {
        continue;
      }
      parts.push(`${argument.name}: ${this.input(argument.type, fixed)}`);
    }
    return parts.length > 0 ? `(${this.random.some(parts, parts.length, parts.length).join(", ")})` : "";
  }

  directives() {
    let text = "";
    if (this.random.chance(0.06)) {
      text += ` @include(if: ${this.input(this.schema.getDirective("include").args[0].type)})`;
    }
    if (this.random.chance(0.06)) {
      text += ` @skip(if: ${this.input(this.schema.getDirective("skip").args[0].type)})`;
    }
    return text;
  }

  /** A literal or a variable for a place of a type, with a value of its own when `fixed` is given. */
  input(type, fixed = undefined) {
    if (this.random.chance(0.25)) {
      return this.variable(type, fixed);
    }
    const nullable = getNullableType(type);
    if (fixed !== undefined) {
      return Values.print(fixed, type);
    }
    if (!isNonNullType(type) && this.random.chance(0.05)) {
      return "null";
    }
    if (isInputObjectType(nullable)) {
      const parts = this.values
        .fields(nullable, 1)
        .map((field) => `${field.name}: ${nullable.isOneOf ? this.required(field.type) : this.input(field.type)}`);
      return `{ ${parts.join(", ")} }`;
    }
    if (isListType(nullable)) {
      return `[${Array.from({ length: this.random.between(0, 2) }, () => this.input(nullable.ofType)).join(", ")}]`;
    }
    return Values.print(this.values.json(type), type);
  }

  /** For a place that takes no null although its type does: a field of a @oneOf object. */
  required(type) {
    const value = this.values.notNull(type, 1);
    return this.random.chance(0.25) ? this.variable(type, value, "!") : Values.print(value, type);
  }

  variable(type, fixed, suffix = "") {
    const wanted = `${type}${suffix}`;
    const known = [...this.variables.values()].filter((it) => it.type === wanted && fixed === undefined);
    if (known.length > 0 && this.random.chance(0.5)) {
      return `$${this.random.pick(known).name}`;
    }
    const name = this.name("v");
    const value = fixed ?? this.values.json(type);
    const entry = { name, type: wanted, value };
    if (this.random.chance(0.25)) {
      const other = fixed ?? (suffix ? this.values.notNull(type, 1) : this.values.json(type));
      entry.default = ` = ${Values.print(other, type)}`;
      entry.value = this.random.chance(0.5) ? undefined : value;
    } else if (!isNonNullType(type) && !suffix && fixed === undefined && this.random.chance(0.1)) {
      entry.value = undefined;
    }
    this.variables.set(name, entry);
    return `$${name}`;
  }
}
