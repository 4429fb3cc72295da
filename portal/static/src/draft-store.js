/**
 * Text and choices that the server is not known to have, kept in this browser: per account, form and opened page.
 * A record: {op: milliseconds, fields: {name: {values, base}}, sent: [[mark, attempt]]}; `sent` tells with which marks
 * these very words were sent. Without storage nothing is kept and nothing breaks.
 */

import { attemptOf } from "./form-values.js";

const PREFIX = "rp-tekst:";
const KEEP_DAYS = 14;
const PAGE = Date.now().toString(36) + Math.random().toString(36).slice(2);

/** Who is signed in, as the page says. */
export const account = () => document.querySelector("[data-account]")?.dataset.account ?? "";

const pathOf = (address) => new URL(address, location.href).pathname;

/** What a form is about: its address, and what it says itself when one address takes forms about several things. */
export function placeOf(form) {
  const about = form.dataset.kladOver;
  return pathOf(form.getAttribute("action") ?? location.href) + (about ? `#${encodeURIComponent(about)}` : "");
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function write(key, record) {
  try {
    localStorage.setItem(key, JSON.stringify(record));
    return true;
  } catch {
    // Full or switched off: the page and the server still have the text.
    return false;
  }
}

function keys(start) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
}

/** The key of this page's own record for a form. */
const ownKey = (form) => `${PREFIX}${account()}:${placeOf(form)}:${PAGE}`;

// What this page sent, by key: who comes back to it finds the words still there, and they were taken.
const sentFromHere = new Map();

/** Keep these fields for this page; none: nothing is unsaved any more. False when they can't be kept. */
export function keep(form, fields) {
  if (Object.keys(fields).length === 0) return forget(form) ?? true;
  const attempt = attemptOf(form);
  const sent = (sentFromHere.get(ownKey(form)) ?? []).filter((pair) => pair[1] === attempt);
  return write(ownKey(form), { op: Date.now(), fields, sent });
}

/** The server has what is in this form. */
export const forget = (form) => drop(ownKey(form));

/** What is in this form goes to the server now, with this mark. */
export function noteSent(form, pair) {
  sentFromHere.set(ownKey(form), [...(sentFromHere.get(ownKey(form)) ?? []), pair]);
  addSent(ownKey(form), pair);
}

/** The words of this record were sent, or sent once more, with this mark. */
export function addSent(key, pair) {
  const record = read(key);
  if (record) write(key, { ...record, sent: [...(record.sent ?? []), pair] });
}

export function drop(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing to drop.
  }
}

const records = (start) => keys(start).map((key) => ({ key, ...read(key) })).filter((record) => record.fields);

/** What earlier pages left unsaved for this place, newest first: [{key, op, fields, sent}]. */
export function leftFor(place) {
  return records(`${PREFIX}${account()}:${place}:`)
    .filter(({ key }) => !key.endsWith(`:${PAGE}`))
    .sort((one, other) => other.op - one.op);
}

/** What was sent by any page, and of which nobody told whether it was taken. */
export const sentRecords = () => records(`${PREFIX}${account()}:`).filter(({ sent }) => sent?.length);

/** The places below `start` for which something was left. */
export function placesWithin(start) {
  const before = `${PREFIX}${account()}:`;
  return [...new Set(keys(before + start).map((key) => key.slice(before.length, key.lastIndexOf(":"))))];
}

/** All records of the person who is signed in. */
export const allKeys = () => keys(`${PREFIX}${account()}:`);

/** Old records go, whoever they are of: this may be a shared computer. */
export function sweep(now = Date.now()) {
  for (const key of keys(PREFIX)) {
    if (!(read(key)?.op > now - KEEP_DAYS * 86_400_000)) drop(key);
  }
}
