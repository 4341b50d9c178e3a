import { getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType } from "graphql";

const builtIn = {
  Int: [0, 1, 2, 3, -7],
  Float: [0, 1.5, -2],
  String: ["", "a", 'quote " and \\ and \n', "żółw 🐢"],
  Boolean: [true, false],
  ID: ["x", "12"],
};

/** Makes input values of a schema's types, as JSON values and as literals. */
export class Values {
  /** @param scalars JSON values by the name of a scalar; custom scalars are only known from here */
  constructor(random, scalars) {
    this.random = random;
    this.scalars = { ...builtIn, ...scalars };
  }

  /** A JSON value of a type. */
  json(type, depth = 2) {
    if (!isNonNullType(type) && this.random.chance(0.06)) {
      return null;
    }
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      return this.random.chance(0.15) && !isListType(getNullableType(nullable.ofType))
        ? (this.json(nullable.ofType, depth) ?? [])
        : Array.from({ length: this.random.between(0, 2) }, () => this.json(nullable.ofType, depth - 1));
    }
    if (isInputObjectType(nullable)) {
      return Object.fromEntries(
        this.fields(nullable, depth).map((field) => [
          field.name,
          nullable.isOneOf ? this.notNull(field.type, depth - 1) : this.json(field.type, depth - 1),
        ]),
      );
    }
    return isEnumType(nullable) ? this.random.pick(nullable.getValues()).name : this.random.pick(this.scalars[nullable.name]);
  }

  notNull(type, depth) {
    return this.json(type, depth) ?? this.notNull(type, depth);
  }

  /** The fields of an input object that are given: the required ones and a few others. */
  fields(type, depth) {
    const all = Object.values(type.getFields());
    if (type.isOneOf) {
      return [this.random.pick(all)];
    }
    const optional = all.filter((field) => !isNonNullType(field.type) || field.defaultValue !== undefined);
    const flat = optional.filter((field) => !isInputObjectType(getNullableType(field.type)));
    const chosen = this.random.some(depth > 0 ? optional : flat, 0, depth > 0 ? 2 : 1);
    return [...all.filter((field) => !optional.includes(field)), ...chosen];
  }

  /** A literal for a JSON value of a type. */
  static print(value, type) {
    const nullable = getNullableType(type);
    if (value === null) {
      return "null";
    }
    if (isListType(nullable)) {
      return Array.isArray(value)
        ? `[${value.map((item) => Values.print(item, nullable.ofType)).join(", ")}]`
        : Values.print(value, nullable.ofType);
    }
    if (isInputObjectType(nullable)) {
      const fields = nullable.getFields();
      return `{ ${Object.entries(value)
        .map(([name, item]) => `${name}: ${Values.print(item, fields[name].type)}`)
        .join(", ")} }`;
    }
    return isEnumType(nullable) ? value : JSON.stringify(value);
  }
}
