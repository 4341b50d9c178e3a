// Puts the page together.

import { byId, copy, notify } from "./dom.js";
import { examplesPanel } from "./examplesPanel.js";
import { exampleVariables } from "./exampleVariables.js";
import { History } from "./history.js";
import { HistoryPanel } from "./historyPanel.js";
import { introspectionQuery } from "./introspection.js";
import { JsonEditor } from "./jsonEditor.js";
import { operationAt } from "./operations.js";
import { prettify } from "./prettify.js";
import { QueryEditor } from "./queryEditor.js";
import { ask, curl } from "./request.js";
import { ResultPane } from "./resultPane.js";
import { Runner } from "./runner.js";
import { Schema } from "./schema.js";
import { SchemaPanel } from "./schemaPanel.js";
import { link, linked } from "./share.js";
import { splitters } from "./splitters.js";
import { load, save } from "./storage.js";
import { tabs } from "./tabs.js";

const settings = JSON.parse(byId("settings").textContent);

const editor = new QueryEditor(byId("document"), byId("problems"));
const variables = new JsonEditor("Variables", "A JSON object: one member per variable of the query.");
const headers = new JsonEditor(
  "Headers",
  'HTTP headers of the requests, such as { "authorization": "Bearer …" }; forgotten with this tab.',
);
const inputs = tabs("Inputs", [
  { label: "Variables", content: variables.root },
  { label: "Headers", content: headers.root },
]);
byId("inputs").append(inputs.root);

const history = new History();
const historyPanel = new HistoryPanel(history, (entry) => open(entry.query, entry.variables));
const schemaPanel = new SchemaPanel((type, field) => {
  const { view } = document.body.dataset;
  show("query");
  const isInserted = editor.insert(type, field);
  show(isInserted ? "query" : view);
  notify(isInserted ? `${field.name} is in the query.` : `The query selects nothing of type ${type} yet.`);
}, settings.schema);
const browse = tabs("Browse", [
  { label: "Examples", content: examplesPanel(settings.examples, openExample) },
  { label: "Schema", content: schemaPanel.root },
  { label: "History", content: historyPanel.root },
]);
byId("browse").append(browse.root);

const runButton = byId("run");
const operationChoice = byId("operation");
const runner = new Runner(new ResultPane(byId("result")), {
  errors: (errors) => editor.showProblems(errors),
  state(isRunning) {
    runButton.textContent = isRunning ? "Stop" : "Run";
    runButton.classList.toggle("stop", isRunning);
  },
});

function show(view) {
  document.body.dataset.view = view;
  for (const each of document.querySelectorAll("[data-show]")) {
    each.setAttribute("aria-pressed", String(each.dataset.show === view));
  }
}

function open(query, variablesText) {
  show("query");
  editor.editor.set(query);
  variables.text = variablesText;
}

async function openExample({ query, variablesQuery }) {
  open(query.trim() + "\n", "");
  if (!variablesQuery) {
    return;
  }
  try {
    const found = exampleVariables(await ask(variablesQuery, headers.value));
    if (editor.text.trim() === query.trim() && variables.text === "") {
      variables.text = JSON.stringify(found, null, 2);
    }
  } catch (error) {
    notify(`The variables could not be filled in: ${error.message}`);
  }
}

/** The request in the editors; null when variables or headers are no JSON, which is said. */
function request() {
  for (const [at, input] of [variables, headers].entries()) {
    try {
      input.value;
    } catch (error) {
      inputs.open(at);
      show("query");
      notify(`${input.label}: ${error.message}`);
      return null;
    }
  }
  const operation = chosenOperation();
  return {
    operation,
    body: {
      query: editor.text,
      ...(operation?.name && { operationName: operation.name }),
      ...(Object.keys(variables.value).length > 0 && { variables: variables.value }),
    },
  };
}

function chosenOperation() {
  const all = editor.operations;
  const named = all.find(({ name }) => name === operationChoice.value);
  return !operationChoice.hidden && named ? named : operationAt(all, editor.editor.caret);
}

function run() {
  if (runner.isRunning) {
    runner.stop();
    return;
  }
  const { body, operation } = request() ?? {};
  if (!body) {
    return;
  }
  history.add(editor.text, variables.text, operation?.name ?? firstField());
  historyPanel.refresh();
  editor.showProblems([]);
  show("result");
  const start = operation?.kind === "subscription" ? runner.subscription : runner.query;
  start.call(runner, body, headers.value);
}

const firstField = () => /[{\s]([A-Za-z_]\w*)/.exec(editor.text)?.[1] ?? "Query";

function chooseOperations() {
  const all = editor.operations.filter(({ name }) => name);
  const before = operationChoice.value;
  operationChoice.replaceChildren(...all.map(({ name }) => new Option(name, name, false, name === before)));
  operationChoice.hidden = all.length < 2;
}

function prettifyAll() {
  try {
    editor.editor.set(prettify(editor.text));
    if (variables.text.trim()) {
      variables.text = JSON.stringify(variables.value, null, 2);
    }
  } catch (error) {
    error.locations ? editor.showProblems([error]) : notify(error.message);
  }
}

async function readSchema() {
  try {
    const data = await ask(introspectionQuery, headers.value);
    const schema = new Schema(data.__schema);
    editor.schema = schema;
    schemaPanel.set(schema);
  } catch (error) {
    schemaPanel.fail(error.message);
  }
}

function remember() {
  save("draft", { query: editor.text, variables: variables.text });
  chooseOperations();
}

function openLinked() {
  const found = linked();
  if (found) {
    open(found.query, found.variables);
    window.history.replaceState(null, "", location.pathname + location.search);
  }
  return Boolean(found);
}

editor.editor.onChange(remember);
variables.editor.onChange(remember);
headers.editor.onChange(() => save("headers", headers.text, "sessionStorage"));
headers.editor.area.addEventListener("blur", readSchema);
runButton.addEventListener("click", run);
byId("prettify").addEventListener("click", prettifyAll);
byId("share").addEventListener("click", () => {
  const url = new URL(link(editor.text, variables.text), location.href);
  copy(url.href, "The link is copied. Headers are no part of it.");
});
byId("curl").addEventListener("click", () => {
  const { body } = request() ?? {};
  if (body) {
    copy(curl(body, headers.value), "The command line is copied.");
  }
});
for (const each of document.querySelectorAll("[data-show]")) {
  each.addEventListener("click", () => show(each.dataset.show));
}
document.addEventListener("keydown", (event) => {
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && event.key === "Enter") {
    run();
  } else if (isCommand && event.shiftKey && event.key.toLowerCase() === "f") {
    prettifyAll();
  } else {
    return;
  }
  event.preventDefault();
});
window.addEventListener("hashchange", openLinked);

splitters(byId("panes"));
show("query");
headers.text = load("headers", "", "sessionStorage");
const draft = load("draft", null);
if (!openLinked()) {
  if (draft?.query?.trim()) {
    open(draft.query, draft.variables);
  } else if (settings.examples.length > 0) {
    openExample(settings.examples[0]);
  }
}
readSchema();
