/**
 * Parties in a line of text: while one types a name the parties of the plan are offered (the editable combobox with a
 * list of the ARIA practices). Whoever types on keeps the words as they are.
 */

import { insertText } from "./insert-text.js";

const SEPARATORS = ",;";
const MOST = 50;

export function attachParties(textarea) {
  const input = asLine(textarea);
  const list = document.getElementById(input.dataset.partijen);
  const names = [...(list?.options ?? [])].map((option) => option.value);
  if (names.length) offerWhileTyping(input, names);
}

/** With a script it is one line, in which Enter sends the form; without one it has room for lines. */
function asLine(textarea) {
  const input = document.createElement("input");
  input.type = "text";
  for (const { name, value } of textarea.attributes) if (!["rows", "cols"].includes(name)) input.setAttribute(name, value);
  input.setAttribute("value", textarea.defaultValue);
  input.value = textarea.value;
  input.autocomplete = "off";
  const isHere = document.activeElement === textarea;
  const { selectionStart, selectionEnd } = textarea;
  textarea.replaceWith(input);
  // Who was typing before this script came types on.
  if (isHere) {
    input.focus();
    input.setSelectionRange(selectionStart, selectionEnd);
  }
  return input;
}

function offerWhileTyping(input, names) {
  const list = listFor(input);
  let active = -1;

  const options = () => [...list.children];
  const show = (found) => {
    active = -1;
    list.replaceChildren(...found.map((name, place) => optionOf(input, name, place)));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
  };
  const close = () => show([]);
  const go = (step) => {
    if (list.hidden) show(fitting(names, input, true));
    const all = options();
    if (!all.length) return;
    active = active < 0 && step < 0 ? all.length - 1 : (active + step + all.length) % all.length;
    all.forEach((option, place) => option.setAttribute("aria-selected", String(place === active)));
    input.setAttribute("aria-activedescendant", all[active].id);
    all[active].scrollIntoView({ block: "nearest" });
  };
  const pick = (option) => {
    putName(input, option.textContent);
    close();
  };

  const keys = {
    ArrowDown: () => go(1),
    ArrowUp: () => go(-1),
    Enter: () => active >= 0 && pick(options()[active]),
    Tab: () => (active >= 0 && pick(options()[active]), false),
    Escape: () => !list.hidden && close() === undefined,
  };
  input.addEventListener("keydown", (event) => {
    const hasModifier = event.ctrlKey || event.altKey || event.metaKey || event.isComposing;
    if (!hasModifier && event.key in keys && keys[event.key]() !== false) event.preventDefault();
  });
  input.addEventListener("input", () => show(fitting(names, input)));
  input.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => target.matches("[role=option]") && pick(target));
}

function listFor(input) {
  const list = document.createElement("ul");
  Object.assign(list, { id: `${input.id}-partijen`, hidden: true, className: "rp-combo__list" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Partijen van dit plan");
  const box = document.createElement("div");
  box.className = "rp-combo";
  input.replaceWith(box);
  box.append(input, list);
  const states = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  for (const [name, value] of Object.entries(states)) input.setAttribute(name, value);
  return list;
}

function optionOf(input, name, place) {
  const option = document.createElement("li");
  option.id = `${input.id}-partij-${place}`;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.textContent = name;
  return option;
}

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("nl").trim();

/** The names that fit what is being typed, those that begin with it first; all of them when nothing is typed. */
function fitting(names, input, alsoWithoutWords = false) {
  const [from, to] = partAt(input);
  const wanted = plain(input.value.slice(from, to));
  if (!wanted && !alsoWithoutWords) return [];
  const there = new Set((input.value.slice(0, from) + input.value.slice(to)).split(/[,;]/).map(plain));
  const found = names.filter((name) => plain(name).includes(wanted) && plain(name) !== wanted && !there.has(plain(name)));
  const begins = (name) => Number(plain(name).startsWith(wanted));
  return found.sort((one, other) => begins(other) - begins(one)).slice(0, MOST);
}

/** Where the name stands in which the caret is: from and to. */
function partAt({ value, selectionStart: caret }) {
  const isSeparator = (place) => SEPARATORS.includes(value[place]);
  let [from, to] = [caret, caret];
  while (from > 0 && !isSeparator(from - 1)) from -= 1;
  while (to < value.length && !isSeparator(to)) to += 1;
  while (from < to && value[from] === " ") from += 1;
  return [from, to];
}

/** One name in the place of what was typed of it; it can be undone. */
function putName(input, name) {
  const [from, to] = partAt(input);
  input.setSelectionRange(from, to);
  insertText(input, from > 0 && input.value[from - 1] !== " " ? ` ${name}` : name);
}
