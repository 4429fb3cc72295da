/**
 * Pasting from Word or Outlook into a plain textarea: lists, bold, italic, links, paragraphs and line ends become the
 * small Markdown of docs/decisions/kleine-markdown.md; everything else loses its markup. Words are never lost, but for
 * those that the source took out itself: deleted, hidden, or said beside the text (see paste-left-out.js).
 */

import { insertText } from "./insert-text.js";
import { bulletOf, hasSymbolBullets, withBullets } from "./paste-bullets.js";
import { hasParties, putParties } from "./parties-lines.js";
import { LeftOut, emojiOf, reasonToLeaveOut, tellLeftOut } from "./paste-left-out.js";
import { cellsOf, intoTable } from "./paste-cells.js";
import { asLines, depthOfHeads, gridOf, hasMerged, tableLines, titlesOf } from "./paste-table.js";

const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR MAIN NAV P PRE SECTION TABLE".split(" "),
);
const UNSEEN = new Set("HEAD LINK META SCRIPT STYLE TEMPLATE TITLE XML".split(" "));
const SAFE_ADDRESS = /^(https?:\/\/[^\s()<>[\]"\\]+|mailto:[^\s()<>[\]"\\]+@[^\s()<>[\]"\\]+)$/i;
// What the parser would take for a link, in words that were none.
const LINK = /\[[^[\]\n]{1,1000}\]\((?:https?:\/\/|mailto:)[^\s()<>[\]"\\]+\)/gi;
const PLAIN = { bold: false, italic: false, href: null };
// An asterisk of the text itself, for as long as the markup around it is not written yet.
const STAR = "\uE000";

/** Turn HTML of the clipboard into the small Markdown. Goes by the source's own marks for lists, also Word's. */
export function htmlToMarkdown(html, leftOut = new LeftOut()) {
  return read(html, leftOut).markdown();
}

/** The same without marks, for a field that holds plain text. */
function htmlToText(html, leftOut) {
  return read(html, leftOut).plain();
}

function read(html, leftOut) {
  // A strict CSP reports every style it sees, also in a document nobody shows.
  const inert = html
    .replace(/(<\/?)style(?=[\s>])/gi, "$1title")
    .replace(/(<[^<>]*?\s)style(\s*=)/gi, "$1data-style$2");
  const body = new DOMParser().parseFromString(inert, "text/html").body;
  const page = new Page(leftOut);
  walk(body, page, PLAIN);
  return page;
}

/** Let a textarea take pasted Word text as Markdown. Without HTML on the clipboard the browser does it itself. */
export function attachPaste(textarea) {
  textarea.addEventListener("paste", (event) => take(event, textarea, htmlToMarkdown, false));
}

/** Let a plain field take what the browser makes of it, but for what was deleted, hidden or said beside the text. */
export function attachPlainPaste(field) {
  field.addEventListener("paste", (event) => take(event, field, htmlToText, true));
}

function take(event, field, convert, onlyWhenNeeded) {
  const data = event.clipboardData;
  if (!data) return;
  const html = data.getData("text/html");
  const plain = data.getData("text/plain");
  const leftOut = new LeftOut();
  const converted = html ? convert(html, leftOut) : "";
  if (!html && !plain) for (const file of data.files) if (file.type.startsWith("image/")) leftOut.images.push("");
  const put = onlyWhenNeeded ? null : inCells(field, converted, html, plain);
  leftOut.rows = put?.isBelow ?? false;
  tellLeftOut(field, leftOut);
  if (put) {
    event.preventDefault();
    field.setSelectionRange(put.from, put.to);
    return insertText(field, put.text);
  }
  const isLines = "perRegel" in field.dataset;
  const areParties = hasParties(field, asLines(converted) || plain);
  const needed = !leftOut.isEmpty || (leftOut.tables > 0 && !isLines) || hasSymbolBullets(plain) || areParties;
  const text = converted || (leftOut.isEmpty ? withBullets(plain) : "");
  if ((onlyWhenNeeded && !needed) || (!areParties && leftOut.isEmpty && (!text || text === plain.trim()))) return;
  event.preventDefault();
  if (areParties) return putParties(field, asLines(text));
  if (isLines) return insertText(field, asLines(text));
  insertText(field, field.tagName === "TEXTAREA" ? fitted(field, text) : onOneLine(text, leftOut));
}

/** Where cells go in the table that the cursor stands in; null without such a table, or when words are chosen. */
function inCells(textarea, converted, html, plain) {
  if (textarea.selectionStart !== textarea.selectionEnd) return null;
  const cells = cellsOf(converted, html, plain);
  return cells && intoTable(textarea.value, textarea.selectionStart, cells);
}

const onOneLine = (text, leftOut) => (leftOut.tables ? asLines(text).replace(/\n+/g, "; ") : text.replace(/\n+/g, " "));

/** A list or a table begins on a line of its own, also when the cursor stands behind a word; below a table too. */
function fitted(textarea, markdown) {
  const before = textarea.value.slice(0, textarea.selectionStart);
  const after = textarea.value.slice(textarea.selectionEnd);
  const needsLine = before && !before.endsWith("\n") && /^\s*(-|\d+\.|\|) /.test(markdown);
  const goesOn = after && !after.startsWith("\n") && /(^|\n)\| .*\|$/.test(markdown);
  return (needsLine ? "\n" : "") + markdown + (goesOn ? "\n\n" : "");
}

/** The lines so far: paragraphs and points, each with its pieces of text in one look. */
class Page {
  blocks = [];
  current = null;

  constructor(leftOut, isCell = false) {
    this.leftOut = leftOut;
    this.isCell = isCell;
  }

  begin(block) {
    this.end();
    this.current = { pieces: [], ...block };
  }

  end() {
    if (this.current && textOf(this.current.pieces).trim()) this.blocks.push(this.current);
    this.current = null;
  }

  add(text, look) {
    this.current ??= { kind: "paragraph", pieces: [] };
    this.current.pieces.push({ text, ...look });
  }

  plain() {
    this.end();
    return this.blocks.map(({ table, ...block }) => (table ? table(asPlain) : plainly(block))).join("\n");
  }

  markdown() {
    this.end();
    return this.blocks.map((block, place) => gap(this.blocks[place - 1], block) + written(block)).join("");
  }
}

const textOf = (pieces) => pieces.map((piece) => piece.text).join("");

/** Points stand together, rows stand together; everything else has a blank line between. */
function gap(above, block) {
  if (!above) return "";
  const isPoint = block.kind === "item" && above.depth > 0;
  return isPoint || (block.kind === "row" && above.kind === "row") ? "\n" : "\n\n";
}

const plainly = ({ marker, pieces }) =>
  ((marker ? `${marker} ` : "") + textOf(pieces).trim()).replaceAll(STAR, "*").replace(/\\(?=\[)/g, "");

/** Write one block; the depth of a point is three spaces a level, which fits under "- " and under "1. ". */
function written(block) {
  if (block.table) return block.table(asMarkdown);
  const indent = "   ".repeat(Math.max(0, (block.depth ?? 0) - 1));
  const marker = block.marker ? `${block.marker} ` : "";
  // "* exclusief crisisplekken" is a footnote; behind the sign of a point it needs no backslash.
  const lines = inline(block.pieces)
    .split("\n")
    .filter((line) => line.trim())
    .map((line, place) => (marker && !place ? line : line.replace(/^\*(?=\s)/, "\\*")));
  const rest = indent + " ".repeat(marker.length);
  return lines.map((line, place) => (place ? rest + line : indent + marker + line)).join("\n");
}

/* Walking the document ------------------------------------------------------------------------------------------- */

function walk(node, page, look) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) addText(child, page, look);
    else if (child.nodeType === Node.ELEMENT_NODE && !UNSEEN.has(child.tagName)) walkElement(child, page, look);
  }
}

function walkElement(element, page, look) {
  const style = element.getAttribute("data-style") ?? "";
  if (/mso-list\s*:\s*ignore/i.test(style)) return;
  if (emojiOf(element)) return page.add(emojiOf(element), look);
  const reason = reasonToLeaveOut(element, style);
  if (reason) return page.leftOut.take(reason, element);
  const inner = lookOf(element, style, look);
  if (element.tagName === "BR") page.add("\n", look);
  else if (element.tagName === "TABLE" && !page.isCell) walkTable(element, page, inner);
  else if (element.tagName === "TR") walkRow(element, page, inner);
  else if (element.tagName === "UL" || element.tagName === "OL") walkList(element, page, inner);
  else if (element.tagName === "LI") walkPoint(element, page, inner);
  else if (/mso-list\s*:\s*l\d+\s+level\d/i.test(style)) walkWordPoint(element, style, page, inner);
  else if (BLOCKS.has(element.tagName)) walkBlock(element, page, inner);
  else walk(element, page, inner);
}

function walkBlock(element, page, look) {
  // The first paragraph inside a point is the point itself.
  const isFresh = page.current?.kind === "item" && !textOf(page.current.pieces).trim();
  const outer = page.current;
  const bullet = isFresh ? null : bulletOf(element);
  if (bullet) {
    bullet.remove();
    page.begin({ kind: "item", marker: "-", depth: depthOfList(element) + 1 });
  } else if (!isFresh) page.begin({ kind: "paragraph", depth: depthOfList(element) ? depthOfList(element) + 1 : 0 });
  walk(element, page, look);
  if (!isFresh || page.current !== outer) page.end();
}

function walkList(list, page, look) {
  page.end();
  walk(list, page, look);
  page.end();
}

function walkPoint(point, page, look) {
  const isOrdered = point.parentElement.tagName === "OL";
  const marker = isOrdered ? `${numberOf(point)}.` : "-";
  page.begin({ kind: "item", marker, depth: Number(point.dataset.ariaLevel ?? point.ariaLevel) || depthOfList(point) });
  walk(point, page, look);
  page.end();
}

function depthOfList(element) {
  let depth = 0;
  for (let list = element.parentElement; list; list = list.parentElement) {
    depth += list.tagName === "UL" || list.tagName === "OL";
  }
  return depth;
}

function numberOf(point) {
  let number = Number(point.parentElement.getAttribute("start") ?? 1);
  for (const other of point.parentElement.children) {
    if (other.tagName !== "LI") continue;
    if (other.hasAttribute("value")) number = Number(other.getAttribute("value"));
    if (other === point) return number;
    number += 1;
  }
  return number;
}

/** Word's own lists are paragraphs with the sign inside: "1." numbers, "a)" stays text, any other sign is a bullet. */
function walkWordPoint(element, style, page, look) {
  const depth = Number(/level(\d)/i.exec(style)[1]);
  const sign = wordSign(element);
  if (/^\d{1,3}[.)]$/.test(sign)) page.begin({ kind: "item", marker: `${parseInt(sign, 10)}.`, depth });
  else if (/^\(?[0-9a-z]+([.)][0-9a-z]*)+$/i.test(sign)) page.begin({ kind: "item", marker: sign, depth });
  else page.begin({ kind: "item", marker: "-", depth });
  walk(element, page, look);
  page.end();
}

function wordSign(element) {
  const ignored = [...element.querySelectorAll("[data-style]")].find((inner) =>
    /mso-list\s*:\s*ignore/i.test(inner.dataset.style),
  );
  return (ignored?.textContent ?? "").replace(/[\s\u00a0]+/g, "");
}

/** Rows with heads are a table; one row, or one column, is lines. A table inside a cell is lines too. */
function walkTable(table, page, look) {
  const isLeftOut = (element) => {
    const reason = reasonToLeaveOut(element, element.dataset.style ?? "");
    if (reason) page.leftOut.take(reason, element);
    return Boolean(reason);
  };
  const grid = gridOf(table, isLeftOut);
  if (!grid) return walkBlock(table, page, look);
  page.end();
  if (table.caption) walkBlock(table.caption, page, look);
  for (const title of titlesOf(grid)) walkBlock(title, page, lookOf(title, title.dataset.style ?? "", look));
  page.leftOut.tables += 1;
  page.leftOut.merged += hasMerged(grid);
  page.leftOut.nested += table.querySelectorAll("table").length;
  const cells = readCells(grid, page, look);
  const lines = (write) => tableLines(grid, depthOfHeads(grid), (cell, isHead) => write(cells.get(cell), isHead));
  page.blocks.push({ kind: "table", pieces: [], table: lines });
}

/** Each cell once, also when it covers more places: what is left out is told once. */
function readCells(grid, page, look) {
  const cells = new Map();
  for (const place of grid.flat()) {
    if (!place || cells.has(place.cell)) continue;
    const inside = new Page(page.leftOut, true);
    walk(place.cell, inside, lookOf(place.cell, place.cell.dataset.style ?? "", look));
    inside.end();
    cells.set(place.cell, inside.blocks);
  }
  return cells;
}

/** Heads are bold by themselves. */
const asMarkdown = (blocks, isHead) => blocks.map((block) => written(isHead ? unbold(block) : block)).join("\n");
const asPlain = (blocks) => blocks.map(plainly).join("\n");
const unbold = (block) => ({ ...block, pieces: block.pieces.map((piece) => ({ ...piece, bold: false })) });

/** A row is one line with " | " between its cells. A single cell is layout: what is in it counts as if it were not. */
function walkRow(row, page, look) {
  const cells = [...row.cells];
  if (cells.length === 1) return walkBlock(cells[0], page, look);
  page.begin({ kind: "row" });
  cells.forEach((cell, place) => {
    if (place) page.add(" | ", PLAIN);
    page.current.pieces.push(...cellPieces(cell, look, page));
  });
  page.end();
}

function cellPieces(cell, look, page) {
  const inside = new Page(page.leftOut, true);
  walk(cell, inside, lookOf(cell, cell.dataset.style ?? "", look));
  inside.end();
  return inside.blocks.flatMap((block, place) => [
    ...(place ? [{ text: "; ", ...PLAIN }] : []),
    ...block.pieces.map((piece) => ({ ...piece, text: piece.text.replaceAll("\n", " ") })),
  ]);
}

function addText(node, page, look) {
  const text = node.data.replace(/[\s\u00a0]+/g, " ").replace(LINK, "\\$&").replaceAll("*", STAR);
  if (text.trim() || page.current) page.add(text, look);
}

function lookOf(element, style, look) {
  return { bold: isBold(element, style, look), italic: isItalic(element, style, look), href: addressOf(element, look) };
}

function isBold(element, style, look) {
  const weight = /(?:^|;)\s*font-weight\s*:\s*(\w+)/i.exec(style)?.[1];
  if (weight) return weight === "bold" || weight === "bolder" || Number(weight) >= 600;
  return look.bold || /^(B|STRONG|TH|H[1-6])$/.test(element.tagName);
}

function isItalic(element, style, look) {
  const slant = /(?:^|;)\s*font-style\s*:\s*(\w+)/i.exec(style)?.[1];
  return slant ? slant !== "normal" : look.italic || /^(I|EM)$/.test(element.tagName);
}

function addressOf(element, look) {
  const href = element.tagName === "A" ? (element.getAttribute("href") ?? "").trim() : "";
  const encoded = href.replace(/[()<>[\]"\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);
  return SAFE_ADDRESS.test(encoded) ? encoded : look.href;
}

/* Writing words -------------------------------------------------------------------------------------------------- */

/** Write the pieces of one block; markup never runs on to the next line. */
function inline(pieces) {
  return linesOf(pieces).map((line) => escaped(marked(tidied(line), ["href", "bold", "italic"]))).join("\n");
}

function linesOf(pieces) {
  const lines = [[]];
  for (const piece of pieces) {
    piece.text.split("\n").forEach((text, place) => {
      if (place) lines.push([]);
      if (text) lines.at(-1).push({ ...piece, text });
    });
  }
  return lines;
}

/** Fold spaces that meet at the edge of two pieces, and drop those at the ends of the line. */
function tidied(line) {
  let before = " ";
  const folded = line.map((piece) => {
    const text = before.endsWith(" ") ? piece.text.trimStart() : piece.text;
    before = text || before;
    return { ...piece, text };
  });
  const last = folded.findLast((piece) => piece.text.trim());
  if (last) last.text = last.text.trimEnd();
  return folded.slice(0, folded.indexOf(last) + 1).filter((piece) => piece.text);
}

/** Group neighbours by one look at a time: the link outside, then bold, then italic. */
function marked(pieces, looks, before = "", after = "") {
  const [look, ...others] = looks;
  if (!look) return textOf(pieces);
  const groups = grouped(pieces, look);
  return groups.reduce((done, group, place) => {
    const next = place + 1 < groups.length ? textOf(groups[place + 1])[0] : after;
    const inner = (b, a) => marked(group, others, b, a);
    // Two kinds of markup that touch would read as a third: "**a***b*".
    const last = done.endsWith("*") ? "a" : (done.at(-1) ?? before);
    return done + wrapped(look, group, inner, last, next);
  }, "");
}

function grouped(pieces, look) {
  const groups = [];
  for (const piece of pieces) {
    if (groups.length && groups.at(-1)[0][look] === piece[look]) groups.at(-1).push(piece);
    else groups.push([piece]);
  }
  return groups;
}

function wrapped(look, group, inner, before, after) {
  const value = group[0][look];
  const text = textOf(group);
  if (!value || !text.trim()) return inner(before, after);
  if (look === "href") return link(value, group, text, inner);
  const sign = look === "bold" ? "**" : "*";
  const [, start, end] = /^(\s*).*?(\s*)$/s.exec(text);
  const isWhole = mayTouch(start || before) && mayTouch(end || after) && !/^\s*\uE000|[\uE000\\]\s*$/.test(text);
  return isWhole ? start + sign + inner(sign, sign).trim() + sign + end : inner(before, after);
}

/** The parser wants a space, the end of the line or punctuation on the outside: it never marks part of a word. */
const mayTouch = (sign) => sign === "" || /^(?!\\)[\s\p{P}]/u.test(sign.at(-1));

function link(href, group, text, inner) {
  const [, start, shown, end] = /^(\s*)(.*?)(\s*)$/s.exec(text);
  if (shown === href || `mailto:${shown}` === href || `${shown}/` === href) {
    return /^mailto:/i.test(href) ? `${start}[${shown}](${href})${end}` : start + shown + end;
  }
  return `${start}[${inner("[", "]").trim().replace(/[[\]]/g, (sign) => (sign === "[" ? "(" : ")"))}](${href})${end}`;
}

/** Put a backslash before asterisks of the text, where they could be markup (as in forms/richtext/inline.py). */
function escaped(line) {
  const runs = [...line.matchAll(/[*\uE000]+/g)].filter((run) => run[0].length <= 3).map((run) => flanks(line, run));
  const needed = runs.filter(
    (run, place) =>
      run.isText &&
      ((run.opens && runs.slice(place + 1).some((later) => later.closes)) ||
        (run.closes && runs.slice(0, place).some((earlier) => earlier.opens))),
  );
  const places = new Set(needed.map((run) => run.place));
  return [...line.split("").entries()].map(([place, sign]) => (places.has(place) ? "\\" : "") + sign).join("")
    .replaceAll(STAR, "*");
}

function flanks(line, run) {
  const before = line[run.index - 1] ?? " ";
  const after = line[run.index + run[0].length] ?? " ";
  const [spaceBefore, spaceAfter] = [/\s/.test(before), /\s/.test(after)];
  const [signBefore, signAfter] = [/[\p{P}\p{S}]/u.test(before), /[\p{P}\p{S}]/u.test(after)];
  const left = !spaceAfter && (!signAfter || spaceBefore || signBefore);
  const right = !spaceBefore && (!signBefore || spaceAfter || signAfter);
  return {
    place: run.index,
    isText: run[0].includes(STAR),
    opens: left && (!right || signBefore),
    closes: right && (!left || signAfter),
  };
}
