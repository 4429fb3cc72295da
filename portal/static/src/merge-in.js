/**
 * A colleague's change comes into a field while somebody types in it: what was typed since stays, and so does the place
 * of the caret. Three texts: what was `sent`, what the server made of it (`merged`), and what stands in the field now.
 */

import { insertText } from "./insert-text.js";

// A larger table of lines × lines is not compared: what differs is one change then.
const MOST_CELLS = 1_000_000;

/** Put the merged text in the field. False when somebody is typing just where it changed: ask the server again. */
export function mergeIn(field, sent, merged) {
  const edits = rebased(sent, merged, field.value);
  if (!edits) return false;
  const [start, end] = [field.selectionStart, field.selectionEnd].map((place) => moved(place, edits));
  const top = field.scrollTop;
  if (document.activeElement === field) typeIn(field, edits);
  else field.value = applied(field.value, edits);
  field.setSelectionRange(start, end);
  field.scrollTop = top;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

/** As if typed, from the last change to the first, so that the browser can undo it. */
function typeIn(field, edits) {
  for (const { start, end, text } of edits.toReversed()) {
    field.setSelectionRange(start, end);
    insertText(field, text);
  }
}

/** The changes from `sent` to `merged` as changes of `now`; null when they lie where `now` changed. */
export function rebased(sent, merged, now) {
  const head = same(sent, now);
  const tail = same(reverse(sent.slice(head)), reverse(now.slice(head)));
  const typedEnd = sent.length - tail;
  const shift = now.length - sent.length;
  const edits = changes(sent, merged);
  if (sent === now) return edits;
  if (edits.some(({ start, end }) => end > head && start < typedEnd)) return null;
  return edits.map((edit) => (edit.end <= head ? edit : { ...edit, start: edit.start + shift, end: edit.end + shift }));
}

export const applied = (text, edits) =>
  edits.toReversed().reduce((done, { start, end, text: put }) => done.slice(0, start) + put + done.slice(end), text);

/** Where a place in the text comes to lie. */
function moved(place, edits) {
  let shift = 0;
  for (const { start, end, text } of edits) {
    if (place >= end && place > start) shift += text.length - (end - start);
    else if (place > start) return start + shift + Math.min(place - start, text.length);
  }
  return place + shift;
}

function same(one, other) {
  let size = 0;
  while (size < one.length && size < other.length && one[size] === other[size]) size += 1;
  return size;
}

const reverse = (text) => [...Array(text.length).keys()].map((place) => text[text.length - 1 - place]);

/* Line by line ---------------------------------------------------------------------------------------------------- */

/** What changed between two texts: [{start, end, text}], in order, by places in the first. */
export function changes(before, after) {
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  const places = [0];
  for (const line of old) places.push(places.at(-1) + line.length + 1);
  const edits = blocks(old, fresh).map((block) => edit(block, old, fresh, places));
  return applied(before, edits) === after ? edits : [{ start: 0, end: before.length, text: after }];
}

/** Lines [from, to) are replaced; a line end goes along where lines come in or go. */
function edit({ from, to, lines }, old, fresh, places) {
  const last = places.at(-1) - 1;
  if (from < to && lines.length) return { start: places[from], end: places[to] - 1, text: lines.join("\n") };
  if (to < old.length) return { start: places[from], end: places[to], text: lines.map((line) => `${line}\n`).join("") };
  return { start: Math.max(0, places[from] - 1), end: last, text: lines.map((line) => `\n${line}`).join("") };
}

function blocks(old, fresh) {
  const head = same(old, fresh);
  const tail = same(old.slice(head).toReversed(), fresh.slice(head).toReversed());
  const [mine, theirs] = [old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)];
  const found = [];
  let [at, to] = [0, 0];
  for (const [one, other] of [...common(mine, theirs), [mine.length, theirs.length]]) {
    if (at < one || to < other) found.push({ from: head + at, to: head + one, lines: theirs.slice(to, other) });
    [at, to] = [one + 1, other + 1];
  }
  return found;
}

/** The longest row of lines that both have, as pairs of places. */
function common(one, other) {
  if (one.length * other.length > MOST_CELLS) return [];
  const width = other.length + 1;
  const longest = new Uint32Array((one.length + 1) * width);
  for (let a = one.length - 1; a >= 0; a -= 1)
    for (let b = other.length - 1; b >= 0; b -= 1)
      longest[a * width + b] =
        one[a] === other[b]
          ? longest[(a + 1) * width + b + 1] + 1
          : Math.max(longest[(a + 1) * width + b], longest[a * width + b + 1]);
  const pairs = [];
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    if (one[a] === other[b]) pairs.push([a++, b++]);
    else if (longest[(a + 1) * width + b] >= longest[a * width + b + 1]) a += 1;
    else b += 1;
  }
  return pairs;
}
