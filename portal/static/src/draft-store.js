/**
 * Text that was typed and is not known to be saved, kept in this browser: per account, form and opened page.
 * A record: {op: milliseconds, fields: {name: {values, base}}}. Without storage nothing is kept and nothing breaks.
 */

const PREFIX = "rp-tekst:";
const KEEP_DAYS = 14;
const PAGE = Date.now().toString(36) + Math.random().toString(36).slice(2);

/** Who is signed in, as the page says. */
export const account = () => document.querySelector("[data-account]")?.dataset.account ?? "";

const pathOf = (address) => new URL(address, location.href).pathname;

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
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
export const ownKey = (form) => `${PREFIX}${account()}:${pathOf(form.action)}:${PAGE}`;

/** Keep these fields for this page; none: nothing is unsaved any more. */
export function keep(form, fields) {
  try {
    if (Object.keys(fields).length === 0) localStorage.removeItem(ownKey(form));
    else localStorage.setItem(ownKey(form), JSON.stringify({ op: Date.now(), fields }));
  } catch {
    // Full or switched off: the page and the server still have the text.
  }
}

export function drop(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing to drop.
  }
}

/** What earlier pages left unsaved for this address, newest first: [{key, op, fields}]. */
export function leftFor(address) {
  return keys(`${PREFIX}${account()}:${pathOf(address)}:`)
    .filter((key) => !key.endsWith(`:${PAGE}`))
    .map((key) => ({ key, ...read(key) }))
    .filter((record) => record.fields)
    .sort((one, other) => other.op - one.op);
}

/** The addresses below `start` for which something was left. */
export function addressesWithin(start) {
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
