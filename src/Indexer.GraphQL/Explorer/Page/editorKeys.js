// What keys do in an editor beyond the browser's own: indentation, pairs of brackets, comments.

const pairs = { "{": "}", "(": ")", "[": "]" };
const indentation = "  ";

export function editKeys(editor) {
  let leaves = false;
  editor.area.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) {
      return;
    }
    const isLeaving = leaves;
    leaves = event.key === "Escape";
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "Tab" && isPlain && !isLeaving) {
      indent(editor, event.shiftKey);
    } else if (event.key === "Enter" && isPlain) {
      breakLine(editor);
    } else if (event.key === "/" && (event.ctrlKey || event.metaKey) && editor.options.comment) {
      toggleComment(editor, editor.options.comment);
    } else if (!isPlain || !pair(editor, event.key)) {
      return;
    }
    event.preventDefault();
  });
}

function breakLine(editor) {
  const { text } = editor;
  const { selectionStart: start, selectionEnd: end } = editor.area;
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const base = /^[ \t]*/.exec(before)[0];
  const open = before.trimEnd().at(-1);
  const isOpen = open in pairs;
  const line = `\n${base}${isOpen ? indentation : ""}`;
  const isBetween = isOpen && text[end] === pairs[open];
  editor.replace(start, end, isBetween ? `${line}\n${base}` : line, line.length);
}

function indent(editor, isBack) {
  const { selectionStart: start, selectionEnd: end } = editor.area;
  if (start === end && !isBack) {
    editor.replace(start, end, indentation);
    return;
  }
  changeLines(editor, (line) => (isBack ? line.replace(/^ {1,2}/, "") : indentation + line));
}

function toggleComment(editor, sign) {
  const pattern = new RegExp(`^(\\s*)${sign} ?`);
  changeLines(editor, (line, lines) =>
    lines.every((each) => pattern.test(each)) ? line.replace(pattern, "$1") : line.replace(/^(\s*)/, `$1${sign} `),
  );
}

function changeLines(editor, change) {
  const { selectionStart, selectionEnd } = editor.area;
  const start = editor.text.lastIndexOf("\n", selectionStart - 1) + 1;
  const next = editor.text.indexOf("\n", Math.max(selectionStart, selectionEnd - 1));
  const end = next < 0 ? editor.text.length : next;
  const lines = editor.text.slice(start, end).split("\n");
  const changed = lines.map((line) => change(line, lines)).join("\n");
  editor.replace(start, end, changed);
  if (selectionStart !== selectionEnd) {
    editor.area.setSelectionRange(start, start + changed.length);
  }
}

/** Opens brackets in pairs, steps over a closing one, and takes an empty pair away as one. */
function pair(editor, key) {
  const { selectionStart: start, selectionEnd: end } = editor.area;
  const next = editor.text[end] ?? "";
  const before = editor.text[start - 1] ?? "";
  if (key in pairs && (start !== end || /^[\s})\],]?$/.test(next))) {
    editor.replace(start, end, key + editor.text.slice(start, end) + pairs[key], 1 + end - start);
    return true;
  }
  if (start === end && Object.values(pairs).includes(key) && next === key) {
    editor.area.setSelectionRange(start + 1, start + 1);
    return true;
  }
  if (start === end && key === "Backspace" && pairs[before] === next && next) {
    editor.replace(start - 1, end + 1, "");
    return true;
  }
  return false;
}
