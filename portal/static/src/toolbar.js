/** Five buttons above a textarea that write the small Markdown, for who does not know the signs. */

import { insertText } from "./insert-text.js";

const TOOLS = [
  { label: "Vet", shortcut: "b", use: (textarea) => toggleSign(textarea, "**") },
  { label: "Cursief", shortcut: "i", use: (textarea) => toggleSign(textarea, "*") },
  { label: "Opsomming", use: (textarea) => toggleList(textarea, /^\s*[-*•]\s+/, () => "- ") },
  { label: "Nummering", use: (textarea) => toggleList(textarea, /^\s*\d{1,3}\.\s+/, (number) => `${number}. `) },
  { label: "Tabel", use: beginTable },
];
const FIRST_HEAD = "Kop 1";
const TABLE = `| ${FIRST_HEAD} | Kop 2 | Kop 3 |\n|---|---|---|\n| tekst | tekst | tekst |\n| tekst | tekst | tekst |`;
const MARKER = /^(\s*)(?:[-*•]\s+|\d{1,3}\.\s+)?/;

/** Add the toolbar above a textarea, and Ctrl+B and Ctrl+I (Cmd on a Mac) inside it. Returns the toolbar. */
export function attachToolbar(textarea) {
  const toolbar = document.createElement("div");
  toolbar.className = "rp-toolbar";
  toolbar.setAttribute("role", "toolbar");
  toolbar.setAttribute("aria-label", "Opmaak");
  if (textarea.id) toolbar.setAttribute("aria-controls", textarea.id);
  toolbar.append(...TOOLS.map((tool, place) => button(tool, place, textarea)));
  toolbar.addEventListener("keydown", moveFocus);
  textarea.before(toolbar);
  textarea.addEventListener("keydown", (event) => useShortcut(event, textarea));
  return toolbar;
}

function button(tool, place, textarea) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "utrecht-button utrecht-button--subtle rp-toolbar__button";
  made.textContent = tool.label;
  made.tabIndex = place ? -1 : 0;
  if (tool.shortcut) made.setAttribute("aria-keyshortcuts", `Control+${tool.shortcut.toUpperCase()}`);
  made.addEventListener("click", () => tool.use(textarea));
  return made;
}

function useShortcut(event, textarea) {
  const isPlain = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const tool = isPlain && TOOLS.find(({ shortcut }) => shortcut === event.key.toLowerCase());
  if (!tool) return;
  event.preventDefault();
  tool.use(textarea);
}

/** One stop for the Tab key; the arrows go from button to button (WAI-ARIA, toolbar pattern). */
function moveFocus(event) {
  const buttons = [...event.currentTarget.children];
  const here = buttons.indexOf(document.activeElement);
  const steps = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: -1 };
  if (!(event.key in steps)) return;
  event.preventDefault();
  const next = buttons.at(steps[event.key] % buttons.length);
  for (const each of buttons) each.tabIndex = each === next ? 0 : -1;
  next.focus();
}

/* Bold and italic: around the selected words, line by line, behind the sign of a list. */

function toggleSign(textarea, sign) {
  widen(textarea, sign);
  const { selectionStart: start, selectionEnd: end, value } = textarea;
  if (start === end) return placeBetween(textarea, sign);
  const lines = value.slice(start, end).split("\n");
  const isOn = lines.filter((line) => core(line).text).every((line) => has(core(line).text, sign));
  replace(textarea, start, end, lines.map((line) => signed(line, sign, isOn)).join("\n"));
}

/** Take the signs just outside the selection in it; with no selection, the word the cursor stands in. */
function widen(textarea, sign) {
  const { value } = textarea;
  let { selectionStart: start, selectionEnd: end } = textarea;
  if (start === end) {
    start -= /[\p{L}\p{N}]*$/u.exec(value.slice(0, start))[0].length;
    end += /^[\p{L}\p{N}]*/u.exec(value.slice(end))[0].length;
  }
  const before = /\*{0,3}$/.exec(value.slice(0, start))[0].length;
  const after = /^\*{0,3}/.exec(value.slice(end))[0].length;
  const around = Math.min(before, after);
  if (around >= sign.length) [start, end] = [start - around, end + around];
  textarea.setSelectionRange(start, end);
}

function placeBetween(textarea, sign) {
  insertText(textarea, sign + sign);
  const middle = textarea.selectionEnd - sign.length;
  textarea.setSelectionRange(middle, middle);
}

function core(line) {
  const head = MARKER.exec(line)[0];
  const tail = /\s*$/.exec(line.slice(head.length))[0];
  return { head, text: line.slice(head.length, line.length - tail.length), tail };
}

/** One asterisk is italic, two bold, three both. */
function has(text, sign) {
  const stars = Math.min(/^\**/.exec(text)[0].length, /\**$/.exec(text)[0].length);
  return text.length > 2 * stars && (stars === 3 || stars === sign.length);
}

function signed(line, sign, isOn) {
  const { head, text, tail } = core(line);
  if (!text) return line;
  return head + (isOn ? text.slice(sign.length, -sign.length) : sign + text + sign) + tail;
}

/* Lists: a sign before every selected line that holds text. */

function toggleList(textarea, own, marker) {
  const { value } = textarea;
  const start = value.lastIndexOf("\n", textarea.selectionStart - 1) + 1;
  const lineEnd = value.indexOf("\n", Math.max(textarea.selectionEnd - (textarea.selectionEnd > start), start));
  const end = lineEnd < 0 ? value.length : lineEnd;
  const lines = value.slice(start, end).split("\n");
  const isOn = lines.some((line) => line.trim()) && lines.every((line) => !line.trim() || own.test(line));
  let number = 0;
  const changed = lines.map((line) => {
    if (!line.trim() && lines.length > 1) return line;
    return line.replace(MARKER, (_, indent) => indent + (isOn ? "" : marker((number += 1))));
  });
  replace(textarea, start, end, changed.join("\n"));
  if (lines.length === 1) textarea.setSelectionRange(textarea.selectionEnd, textarea.selectionEnd);
}

/** A small table to type over, below the line where the cursor stands; its first head is selected. */
function beginTable(textarea) {
  const { value } = textarea;
  const lineEnd = value.indexOf("\n", textarea.selectionEnd);
  const at = lineEnd < 0 ? value.length : lineEnd;
  const above = value.slice(0, at).trimEnd() ? "\n\n" : "";
  const below = value.slice(at).trim() ? "\n" : "";
  replace(textarea, at, at, above + TABLE + below);
  const start = at + above.length + TABLE.indexOf(FIRST_HEAD);
  textarea.setSelectionRange(start, start + FIRST_HEAD.length);
}

/** Replace part of the text and select what came in its place. */
function replace(textarea, start, end, text) {
  textarea.focus();
  textarea.setSelectionRange(start, end);
  insertText(textarea, text);
  textarea.setSelectionRange(start, start + text.length);
}
