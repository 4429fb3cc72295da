/**
 * A table on the clipboard becomes a table of the small Markdown: one row of heads, and every value under its own head.
 * What was merged is written out in each cell it covered. Cells are written as forms/richtext/tables.py reads them.
 */

// Word draws no more columns than this (forms/richtext/tables.py); a wider table stays lines.
const MOST_COLUMNS = 63;
const HEADS = " – ";
const LINE_END = "<br>";

/** The cells of a table by row and column, merged cells in each place they cover; null when it is only layout. */
export function gridOf(table, isLeftOut) {
  const rows = [...table.rows].filter((row) => !isLeftOut(row)).map((row) => [...row.cells].filter((cell) => !isLeftOut(cell)));
  const grid = rows.map(() => []);
  rows.forEach((cells, at) => cells.forEach((cell) => spread(grid, at, cell)));
  const columns = Math.max(0, ...grid.map((row) => row.length));
  const isTable = grid.length > 1 && columns > 1 && columns <= MOST_COLUMNS;
  return isTable ? grid.map((row) => Array.from({ length: columns }, (_, place) => row[place] ?? null)) : null;
}

function spread(grid, at, cell) {
  const height = cell.rowSpan === 0 ? grid.length : cell.rowSpan;
  let column = 0;
  while (grid[at][column]) column += 1;
  const end = Math.min(column + cell.colSpan, MOST_COLUMNS + 1);
  for (const row of grid.slice(at, at + height)) {
    for (let place = column; place < end; place += 1) row[place] ??= { cell, isFirst: row === grid[at] && place === column };
  }
}

/** Rows with one cell above the heads are the title of the table. */
export function titlesOf(grid) {
  const end = grid.findIndex((row) => !isOneCell(row));
  return end > 0 && end < grid.length - 1 ? grid.splice(0, end).flatMap(([first]) => first?.cell ?? []) : [];
}

const isOneCell = (row) => new Set(row.map((place) => place?.cell)).size === 1;

/** Of how many rows the heads are: those the source marks, or those a head beside a group of heads covers. */
export function depthOfHeads(grid) {
  const marked = grid.findIndex((row) => !row.every((place) => !place || isHead(place.cell)));
  if (marked !== 0) return marked < 0 ? 1 : marked;
  const hasGroup = grid[0].some((place) => place?.cell.colSpan > 1);
  const covered = Math.max(...grid[0].map((place) => place?.cell.rowSpan ?? 1));
  return hasGroup && covered < grid.length ? Math.max(1, covered) : 1;
}

const isHead = (cell) => cell.tagName === "TH" || cell.closest("thead") !== null;

export const hasMerged = (grid) => grid.some((row) => row.some((place) => place && !place.isFirst) && !isOneCell(row));

/** The lines of the table. `textOf(cell, isHead)` gives the text of one cell, with line ends in it. */
export function tableLines(grid, depth, textOf) {
  const head = grid[0].map((_, column) => headOf(grid.slice(0, depth).map((row) => row[column]), textOf));
  const body = grid.slice(depth).map((row) => row.map((place) => shown(place, row, textOf)));
  while (body.length && body.at(-1).every((text) => !text)) body.pop();
  const rule = `|${"---|".repeat(head.length)}`;
  return [line(head), rule, ...body.map(line)].join("\n");
}

/** Heads above each other are one: "2026 – eerste kwartaal". */
function headOf(places, textOf) {
  const cells = [...new Set(places.filter(Boolean).map((place) => place.cell))];
  return cells.map((cell) => textOf(cell, true)).filter(Boolean).join(HEADS);
}

/** What covers a whole row is said once. */
function shown(place, row, textOf) {
  if (!place || (isOneCell(row) && place !== row[0])) return "";
  return textOf(place.cell, false);
}

const line = (texts) => `| ${texts.map(written).join(" | ")} |`;

/** A bar or "<br>" of the text itself gets a backslash, the backslashes in front of it are doubled. */
export const written = (text) =>
  text.replace(/(?<!\\)(\\*)(\||<br ?\/?>)/gi, "$1$1\\$2").replace(/(?<!\\)(\\*)\n/g, `$1$1${LINE_END}`);

/** The rows as lines, for a field where a table has no place. */
export const asLines = (text) => text.replace(/^\|(---\|)+\n?/gm, "").replace(/^\| | \|$/gm, "");
