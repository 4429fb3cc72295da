/**
 * Words of a text that a code is about: select them with the mouse, or a word at a time with the arrow keys, and choose the
 * code. The words go to the field of that code, a passage on each line; what stands in those fields is marked in the text.
 * The places are counted in letters and signs, without white space: that is the same in a selection, a field and the text.
 */

const squeeze = (text) => text.replace(/\s+/g, "");
const plain = (text) =>
  [...squeeze(text)].map((sign) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign)).join("").replace(/[‘’‚]/g, "'").replace(/[“”„]/g, '"').replace(/[–—‑\u00ad]/g, "-");
const canMark = "highlights" in CSS;
const SHOWN = 60;

/** Every letter of a text: where it stands, and whether a word begins there. */
function lettersOf(root) {
  const letters = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let block = null;
  let begins = true;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const here = node.parentElement.closest("p, li, td, th");
    if (here !== block) begins = true;
    block = here;
    for (let at = 0; at < node.data.length; at++) {
      if (/\s/.test(node.data[at])) begins = true;
      else {
        letters.push({ node, at, begins });
        begins = false;
      }
    }
  }
  return letters;
}

/** Passages of the part of the page in `place`, which is replaced when another text comes. */
export function attachPassages(place) {
  const passages = { place, held: null, root: null, letters: [] };
  document.addEventListener("selectionchange", () => tell(passages));
  // A click takes the selection away before it chooses.
  place.addEventListener("pointerdown", (event) => {
    if (!event.target.closest("[data-woorden]")) passages.held = event.target.closest("fieldset") && selected(passages);
  });
  place.addEventListener("keydown", (event) => event.target.matches("[data-woorden]") && onArrow(passages, event));
  place.addEventListener("input", (event) => event.target.matches("[data-passages] textarea") && typedIn(passages, event));
  place.addEventListener("change", () => draw(passages));
  place.addEventListener("focusin", () => draw(passages));
  document.addEventListener("rp:teruggehaald", () => draw(passages));
  fresh(passages);
  return { fresh: () => fresh(passages), give: (box) => give(passages, box) };
}

/** Another text stands on the page. */
function fresh(passages) {
  passages.held = null;
  passages.root = passages.place.querySelector("[data-woorden]");
  if (!passages.root) return draw(passages);
  passages.root.tabIndex = 0;
  passages.root.setAttribute("role", "group");
  passages.root.setAttribute("aria-labelledby", "tekst");
  passages.root.setAttribute("aria-describedby", "gekozen");
  // Without a script these words are marked by the portal; with one they follow the fields.
  if (canMark) passages.root.querySelectorAll("mark").forEach((mark) => mark.replaceWith(...mark.childNodes));
  passages.root.normalize();
  passages.letters = lettersOf(passages.root);
  passages.place.querySelector("[data-gekozen]").hidden = false;
  draw(passages);
}

/** The selection as whole words: from which letter up to (not with) which. Null without one in the text. */
function selected({ root, letters }) {
  const selection = document.getSelection();
  if (!root || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const text = document.createRange();
  text.selectNodeContents(root);
  const before = text.cloneRange();
  if (range.compareBoundaryPoints(Range.START_TO_START, text) > 0) text.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, text) < 0) text.setEnd(range.endContainer, range.endOffset);
  before.setEnd(text.startContainer, text.startOffset);
  const begin = squeeze(before.toString()).length;
  return wholeWords(letters, begin, begin + squeeze(text.toString()).length);
}

function wholeWords(letters, from, upTo) {
  if (from >= upTo) return null;
  let [begin, end] = [from, upTo];
  while (begin > 0 && !letters[begin].begins) begin--;
  while (end < letters.length && !letters[end].begins) end++;
  return [begin, end];
}

const words = (letters, [begin, end]) =>
  letters.slice(begin, end).map(({ node, at, begins }, number) => (begins && number ? " " : "") + node.data[at]).join("");

const wordsBefore = (letters, place) => letters.slice(0, place).filter((one) => one.begins).length;

/** Give the selected words to a code that was just chosen, or chosen before. Says so, or nothing without a selection. */
function give(passages, box) {
  const span = selected(passages) ?? passages.held;
  passages.held = null;
  const part = box.closest(".rp-coding__option")?.querySelector("[data-passages]");
  if (!span || !part) return "";
  box.checked = true;
  part.open = true;
  document.getSelection().removeAllRanges();
  const field = part.querySelector("textarea");
  const places = placesOf(part);
  const lines = linesOf(field);
  const line = words(passages.letters, span);
  // Words whose place is not known, because somebody typed them, leave the others without one too.
  const known = places.length === lines.length;
  if (!lines.some((one, number) => plain(one) === plain(line) && places[number] === wordsBefore(passages.letters, span[0]))) {
    field.value = [...lines, line].join("\n");
    field.rows = Math.max(2, lines.length + 1);
    part.querySelector("input").value = known ? [...places, wordsBefore(passages.letters, span[0])].join(" ") : "";
    field.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: "gekozen" }));
  }
  draw(passages);
  return `“${short(line)}” hoort bij “${box.labels[0].textContent.trim()}”.`;
}

const linesOf = (field) => field.value.split("\n").map((line) => line.trim()).filter(Boolean);
const placesOf = (part) => part.querySelector("input").value.split(" ").filter(Boolean).map(Number);
const short = (text) => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** Who writes in a field by hand moves its lines about: their places are not known any more. */
function typedIn(passages, event) {
  if (event.detail !== "gekozen") event.target.closest("[data-passages]").querySelector("input").value = "";
  draw(passages);
}

/** Mark in the text what stands in the fields of the chosen codes; those of the code where somebody is stand out. */
function draw(passages) {
  if (!canMark) return;
  const parts = [...passages.place.querySelectorAll("[data-passages]")];
  const chosen = parts.filter((part) => part.closest(".rp-coding__option").querySelector("input[type=checkbox]").checked);
  const here = chosen.filter((part) => part.closest(".rp-coding__option").contains(document.activeElement));
  const all = plain(passages.letters.map(({ node, at }) => node.data[at]).join(""));
  CSS.highlights.set("rp-passage", new Highlight(...chosen.flatMap((part) => rangesOf(passages, all, part))));
  CSS.highlights.set("rp-passage-hier", new Highlight(...here.flatMap((part) => rangesOf(passages, all, part))));
}

function rangesOf(passages, all, part) {
  const lines = linesOf(part.querySelector("textarea"));
  const places = placesOf(part);
  const known = places.length === lines.length;
  return lines.map((line, number) => rangeOf(passages, all, plain(line), known ? places[number] : 0)).filter(Boolean);
}

function rangeOf({ letters }, all, line, place) {
  const found = [];
  for (let at = all.indexOf(line); line && at >= 0; at = all.indexOf(line, at + 1)) found.push(at);
  if (!found.length) return null;
  // Words of which it is only a part come last: "de" is not "onder".
  const isWhole = (at) => letters[at].begins && (letters[at + line.length]?.begins ?? true);
  const fitting = found.some(isWhole) ? found.filter(isWhole) : found;
  const far = (at) => Math.abs(wordsBefore(letters, at + 1) - 1 - place);
  const begin = fitting.reduce((best, at) => (far(at) < far(best) ? at : best));
  return rangeBetween(letters, wholeWords(letters, begin, begin + line.length));
}

function rangeBetween(letters, [begin, end]) {
  const range = document.createRange();
  range.setStart(letters[begin].node, letters[begin].at);
  range.setEnd(letters[end - 1].node, letters[end - 1].at + 1);
  return range;
}

/** Right and left choose a word; with Shift the selection grows or shrinks at its end. */
function onArrow(passages, event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (event.key === "Escape") return document.getSelection().removeAllRanges();
  if (!step || event.ctrlKey || event.metaKey || event.altKey || !passages.letters.length) return;
  event.preventDefault();
  const starts = passages.letters.map((one, number) => (one.begins ? number : -1)).filter((number) => number >= 0);
  const now = selected(passages);
  const first = now ? starts.indexOf(now[0]) : -1;
  const last = now ? starts.findLastIndex((start) => start < now[1]) : -1;
  const within = (number) => Math.min(Math.max(number, 0), starts.length - 1);
  const to = within(now ? last + step : step > 0 ? 0 : starts.length - 1);
  const from = event.shiftKey && now ? Math.min(first, to) : to;
  const range = rangeBetween(passages.letters, [starts[from], starts[to + 1] ?? passages.letters.length]);
  document.getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  range.startContainer.parentElement.scrollIntoView({ block: "nearest" });
}

function tell(passages) {
  const line = passages.place.querySelector("[data-gekozen]");
  if (!line || line.hidden) return;
  line.dataset.uitleg ??= line.textContent;
  const span = selected(passages);
  line.textContent = span ? `Gekozen: “${short(words(passages.letters, span))}”. Kies nu de code.` : line.dataset.uitleg;
}
