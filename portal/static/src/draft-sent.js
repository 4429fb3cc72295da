/**
 * A kept text is dropped only when the server took it. For a form that a person sends, the answer is the next page:
 * an ordinary page says yes; a page with an error says no, and waits for what the person does there.
 */

import { drop } from "./draft-store.js";

const LIST = "rp-onderweg";

function load() {
  try {
    return JSON.parse(sessionStorage.getItem(LIST)) ?? [];
  } catch {
    return [];
  }
}

function store(entries) {
  try {
    sessionStorage.setItem(LIST, JSON.stringify(entries));
  } catch {
    // Then the kept text is offered once too often; nothing is lost.
  }
}

const pathOf = (form) => new URL(form.action, location.href).pathname;

/** This form is on its way with the text that is kept under `key`. */
export function markSent(form, key) {
  store([...load().filter((entry) => entry.key !== key), { key, path: pathOf(form), sent: true }]);
}

/** True when the server answered this page's request with the page that was asked for; null when nobody can tell. */
export function isOrdinaryPage() {
  const status = performance.getEntriesByType("navigation")[0]?.responseStatus;
  if (!status) return null;
  return status < 400 && !document.querySelector("form[data-autosubmit]");
}

/** Look at what came back, and listen for a second try from a page with an error. */
export function followSent() {
  const isOrdinary = isOrdinaryPage();
  const entries = load();
  if (isOrdinary) for (const { key, sent } of entries) if (sent) drop(key);
  const left = entries.filter((entry) => !(isOrdinary && entry.sent)).map((entry) => ({ ...entry, sent: false }));
  store(left);
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    for (const { key, path } of left) if (path === pathOf(event.target)) markSent(event.target, key);
  });
}
