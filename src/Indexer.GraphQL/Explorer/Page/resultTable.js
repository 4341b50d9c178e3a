// The longest list of an answer as a table, and as CSV.

import { el } from "./dom.js";

const mostRows = 1000;
const separator = ".";

/** @returns {{path: string, columns: string[], rows: Map<string, string>[]} | null} null where no list has objects. */
export function tableOf(text) {
  let data;
  try {
    data = JSON.parse(text, exact).data;
  } catch {
    return null;
  }
  const lists = [];
  collect(data, [], lists);
  if (lists.length === 0) {
    return null;
  }
  // Of lists of the same length the outermost, which comes first.
  const { path, list } = lists.reduce((longest, other) => (other.list.length > longest.list.length ? other : longest));
  const rows = list.map((item) => flatten(item));
  return { path: path.join(separator), columns: [...new Set(rows.flatMap((row) => [...row.keys()]))], rows };
}

export function tableElement({ path, columns, rows }) {
  const shown = rows.slice(0, mostRows);
  const body = shown.map((row) => el("tr", {}, columns.map((column) => el("td", {}, row.get(column) ?? ""))));
  const caption = shown.length < rows.length ? `${path}: the first ${mostRows} of ${rows.length} rows` : path;
  return el(
    "div",
    { class: "table", tabindex: "0", role: "region", "aria-label": "Result as a table" },
    el(
      "table",
      {},
      el("caption", {}, caption),
      el("thead", {}, el("tr", {}, columns.map((column) => el("th", { scope: "col" }, column)))),
      el("tbody", {}, body),
    ),
  );
}

/** RFC 4180. What a spreadsheet would take for a formula is marked as text. */
export function csvOf({ columns, rows }) {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? ""))];
  return lines.map((cells) => cells.map(cell).join(",") + "\r\n").join("");
}

function cell(value) {
  const isFormula = /^[=+@\t\r]/.test(value) || (value.startsWith("-") && !/^-[\d.]+$/.test(value));
  const text = isFormula ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function collect(value, path, lists) {
  if (Array.isArray(value)) {
    if (value.some(isObject)) {
      lists.push({ path, list: value });
    }
    value.forEach((item) => collect(item, path, lists));
  } else if (isObject(value)) {
    Object.entries(value).forEach(([name, item]) => collect(item, [...path, name], lists));
  }
}

function flatten(item, prefix = "", row = new Map()) {
  if (isObject(item)) {
    Object.entries(item).forEach(([name, value]) => flatten(value, prefix ? prefix + separator + name : name, row));
  } else {
    row.set(prefix || "value", item === null ? "" : Array.isArray(item) ? JSON.stringify(item) : String(item));
  }
  return row;
}

/** Numbers as they are written, where the browser tells: a figure of 30 digits has no other form here. */
const exact = (key, value, context) => (typeof value === "number" ? (context?.source ?? String(value)) : value);

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
