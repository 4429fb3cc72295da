/**
 * Cells that are pasted into a cell of a table that stands in the text already go in the cells from there on, to the
 * right and down. Where something stands in one of those they become rows of their own: nothing is overwritten.
 */

import { written } from "./paste-table.js";

const MOST_COLUMNS = 63;
// A bar with an even number of backslashes before it ends a cell (forms/richtext/tables.py).
const BARS = /(?<!\\)((?:\\\\)*)\|/g;
const TWO_IN_A_ROW = /<tr\b(?:(?!<\/tr)[\s\S])*?<t[dh]\b(?:(?!<\/tr)[\s\S])*?<t[dh]\b/i;
const RULE = /^ ?\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** The cells that are on the clipboard, by row; null for anything but a table, and for one cell. */
export function cellsOf(markdown, html, plain) {
  const rows = html ? ofHtml(markdown, html) : ofText(plain);
  return rows && (rows.length > 1 || rows[0]?.length > 1) ? rows : null;
}

function ofHtml(markdown, html) {
  const around = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(style|head|xml|title)\b[\s\S]*?<\/\1>/gi, "")
    .replace(/<table\b[\s\S]*<\/table>/i, (table) => (table ? "<table>" : ""))
    .replace(/&nbsp;|<(?!table>)[^>]*>/gi, "");
  if (around.trim().toLowerCase() !== "<table>") return null;
  const lines = markdown.split("\n").filter((line) => line.trim() && !isRule(line));
  // One column comes in as plain lines, in which a bar is a bar.
  return lines.map((line) => (TWO_IN_A_ROW.test(html) ? split(line) : [written(line)]));
}

function ofText(plain) {
  if (!plain.includes("\t")) return null;
  return plain.replace(/\r/g, "").replace(/\n+$/, "").split("\n").map((line) => line.split("\t").map((cell) => written(cell.trim())));
}

const isRule = (line) => line.includes("|") && RULE.test(line);

/** The cells of a line; the outer bars may be left out. */
function split(line) {
  const cells = line.trim().replace(BARS, "$1\n").split("\n").map((cell) => cell.trim());
  if (/^\s*\|/.test(line)) cells.shift();
  if (cells.length > 1 && cells.at(-1) === "") cells.pop();
  return cells;
}

/**
 * Where these cells go in a text with the cursor at `place`: {from, to, text, isBelow}, to put `text` between `from` and
 * `to`. `isBelow`: they are rows of their own. Null when the cursor is in no table, or the table would become too wide.
 */
export function intoTable(value, place, cells) {
  const table = tableAt(value, place);
  if (!table) return null;
  const { lines, at, column } = table;
  const rows = lines.map((line, number) => (number === 1 ? null : split(line)));
  const width = Math.max(rows[0].length, column + Math.max(...cells.map((row) => row.length)));
  if (width > MOST_COLUMNS) return null;
  const places = lines.map((_, number) => number).filter((number) => number >= at && number !== 1);
  const isBelow = cells.some((row, index) => row.some((cell, next) => cell && rows[places[index]]?.[column + next]));
  const first = isBelow ? Math.max(at, 1) + 1 : -1;
  const put = cells.map((row) => [...Array(column).fill(""), ...row]);
  if (isBelow) rows.splice(first, 0, ...put);
  else put.forEach((row, index) => fill(rows, places[index] ?? rows.length, row));
  return { from: table.from, to: table.to, text: rows.map((row) => drawn(row, width)).join("\n"), isBelow };
}

function fill(rows, at, values) {
  rows[at] ??= [];
  values.forEach((value, column) => (rows[at][column] = value || rows[at][column] || ""));
}

const drawn = (row, width) =>
  row ? `| ${Array.from({ length: width }, (_, at) => row[at] ?? "").join(" | ")} |` : `|${"---|".repeat(width)}`;

/** The table around this place, the line of it and the column; null outside one and on its line of dashes. */
function tableAt(value, place) {
  const from = value.lastIndexOf("\n", place - 1) + 1;
  const lines = value.split("\n");
  const line = value.slice(0, from).split("\n").length - 1;
  const isRow = (number) => lines[number]?.includes("|") && /^ ?\S/.test(lines[number]);
  if (!isRow(line)) return null;
  let begin = line;
  while (isRow(begin - 1)) begin -= 1;
  let end = line;
  while (isRow(end + 1)) end += 1;
  // Text with a bar may stand right above the heads.
  while (begin < line && !isRule(lines[begin + 1])) begin += 1;
  const found = lines.slice(begin, end + 1);
  if (!isRule(found[1] ?? "") || line - begin === 1) return null;
  const bars = value.slice(from, place).match(BARS)?.length ?? 0;
  const column = Math.min(Math.max(bars - /^ ?\|/.test(lines[line]), 0), split(found[0]).length - 1);
  const start = lines.slice(0, begin).join("\n").length + (begin ? 1 : 0);
  return { lines: found, at: line - begin, column, from: start, to: start + found.join("\n").length };
}
