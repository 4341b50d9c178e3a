// The schema to read: search, a page per type, and a button that puts a field into the query.

import { button, el } from "./dom.js";
import { named, show } from "./schema.js";

const mostFound = 100;
const kinds = {
  OBJECT: "type",
  INTERFACE: "interface",
  UNION: "union",
  ENUM: "enum",
  INPUT_OBJECT: "input",
  SCALAR: "scalar",
};

const membersOf = (type) => [...(type.fields ?? []), ...(type.inputFields ?? []), ...(type.enumValues ?? [])];

export class SchemaPanel {
  #schema = null;
  #trail = [];

  /** @param insert puts a field of a type into the query. @param download the address of the schema as a file; null for none. */
  constructor(insert, download) {
    this.insert = insert;
    this.search = el("input", {
      type: "search",
      placeholder: "Search types and fields",
      "aria-label": "Search the schema",
    });
    this.search.addEventListener("input", () => this.#show());
    this.page = el("div", { class: "page" }, el("p", { class: "quiet" }, "Reading the schema…"));
    const file = download && el("a", { class: "file", href: download, download: "schema.graphql" }, "Download the schema");
    this.root = el("div", { class: "panel schema" }, this.search, file, this.page);
  }

  set(schema) {
    this.#schema = schema;
    this.#show();
  }

  fail(message) {
    this.page.replaceChildren(el("p", { class: "quiet" }, `The schema cannot be read: ${message}`));
  }

  /** Opens the page of a type. */
  open(name) {
    this.search.value = "";
    this.#trail.push(name);
    this.#show();
  }

  #show() {
    if (!this.#schema) {
      return;
    }
    const wanted = this.search.value.trim().toLowerCase();
    const name = this.#trail.at(-1);
    this.page.replaceChildren(
      ...(wanted ? this.#found(wanted) : name ? this.#type(this.#schema.type(name)) : this.#all()),
    );
    this.page.scrollTo(0, 0);
  }

  /** The first page: what can be asked, and all types by kind. */
  #all() {
    const roots = Object.values(this.#schema.roots).filter(Boolean);
    const types = this.#schema.list().filter((name) => !roots.includes(name));
    const groups = Object.entries(kinds).map(([kind, word]) => {
      const rows = types
        .filter((name) => this.#schema.type(name).kind === kind)
        .map((name) => el("li", {}, this.#link(name)));
      return (
        rows.length > 0 &&
        el(
          "details",
          { class: "kind" },
          el("summary", {}, `${word} · ${rows.length}`),
          el("ul", { class: "names" }, rows),
        )
      );
    });
    const members = roots.flatMap((name) => [el("h3", {}, name), this.#members(this.#schema.type(name))]);
    return [...members, el("h3", {}, "Types"), ...groups.filter(Boolean)];
  }

  #found(wanted) {
    const types = this.#schema.list().map((name) => this.#schema.type(name));
    const named = types.filter(({ name }) => name.toLowerCase().includes(wanted));
    const members = types.flatMap((type) =>
      membersOf(type)
        .filter(({ name }) => name.toLowerCase().includes(wanted))
        .map((member) => ({ type, member })),
    );
    const rows = [
      ...named.map(({ name, kind }) => el("li", {}, this.#link(name), el("i", {}, kinds[kind]))),
      ...members.map(({ type, member }) => el("li", {}, this.#link(type.name, `${type.name}.${member.name}`))),
    ];
    const more = rows.length > mostFound ? [el("p", { class: "quiet" }, `and ${rows.length - mostFound} more`)] : [];
    return rows.length > 0
      ? [el("ul", { class: "names" }, rows.slice(0, mostFound)), ...more]
      : [el("p", { class: "quiet" }, "Nothing was found.")];
  }

  #type(type) {
    const back = button("← Back", () => {
      this.#trail.pop();
      this.#show();
    });
    const links = (title, list) =>
      list?.length > 0
        ? [
            el("h3", {}, title),
            el(
              "ul",
              { class: "names" },
              list.map(({ name }) => el("li", {}, this.#link(name))),
            ),
          ]
        : [];
    return [
      el("div", { class: "back" }, back),
      el(
        "h3",
        { class: "type-name" },
        type.name,
        el("i", {}, kinds[type.kind] + (type.isOneOf ? " · exactly one" : "")),
      ),
      type.description && el("p", {}, type.description),
      type.specifiedByURL &&
        el("p", {}, el("a", { href: type.specifiedByURL, rel: "noreferrer" }, type.specifiedByURL)),
      ...links("Implements", type.interfaces),
      this.#members(type),
      ...links("Possible types", type.possibleTypes),
    ].filter(Boolean);
  }

  #members(type) {
    return el(
      "dl",
      { class: "members" },
      membersOf(type).map((member) => this.#member(type, member)),
    );
  }

  #member(type, member) {
    const add =
      type.fields &&
      button("+", () => this.insert(type.name, member), {
        class: "add",
        "aria-label": `Insert ${member.name}`,
        title: "Insert into the query",
      });
    return el(
      "div",
      { class: member.isDeprecated ? "deprecated" : null },
      el(
        "dt",
        {},
        add || null,
        el("code", { class: "field" }, member.name),
        member.type && [": ", this.#reference(member.type)],
        this.#fallback(member),
      ),
      el("dd", {}, this.#notes(member), member.args?.length > 0 && this.#arguments(member.args)),
    );
  }

  #notes(member) {
    return [
      member.isDeprecated && el("p", { class: "warning" }, `Deprecated. ${member.deprecationReason ?? ""}`),
      member.description && el("p", {}, member.description),
    ];
  }

  #arguments(args) {
    const rows = args.map((arg) => [
      el("dt", {}, el("code", { class: "argument" }, arg.name), ": ", this.#reference(arg.type), this.#fallback(arg)),
      el("dd", {}, this.#notes(arg)),
    ]);
    const count = `${args.length} ${args.length === 1 ? "argument" : "arguments"}`;
    const names = args.map(({ name }) => name).join(", ");
    return el("details", {}, el("summary", {}, count, el("span", {}, names)), el("dl", {}, rows.flat()));
  }

  #fallback(input) {
    return input.defaultValue ? el("code", { class: "default" }, ` = ${input.defaultValue}`) : null;
  }

  #reference(type) {
    return this.#link(named(type), show(type));
  }

  #link(name, text = name) {
    return button(text, () => this.open(name), { class: "link type" });
  }
}
