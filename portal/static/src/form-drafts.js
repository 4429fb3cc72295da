/**
 * What somebody types or chooses in a form that is sent by its button is kept in this browser until the server has it.
 * Every form with a text or choice is kept, also one that came on the page later; `data-geen-klad` says which is not.
 */

import { account, keep } from "./draft-store.js";
import { changed, controls, original, typed } from "./form-values.js";

const PAUSE = 300;
const waiting = new Map();
const leaving = new WeakSet();

/** True for a form of which is kept what somebody does in it; one that saves itself does so itself. */
export function isKept(form) {
  if (form.method !== "post" || !account() || form.matches("[data-geen-klad], [data-autosave], [data-draagt]")) return false;
  return !form.querySelector("input[type=password]") && controls(form).length > 0;
}

export const keptForms = (root = document) => [...root.querySelectorAll("form")].filter(isKept);

const fresh = (form) => changed(original(form), typed(form));

/** Keep what differs from what the server sent. False when it could not be kept. */
function keepNow(form) {
  clearTimeout(waiting.get(form));
  waiting.delete(form);
  const now = typed(form);
  const base = form.elements.namedItem("revisie")?.value;
  return keep(form, Object.fromEntries(fresh(form).map((name) => [name, { values: now.get(name), base }])));
}

function later(form) {
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(() => keepNow(form), PAUSE));
}

const keepAll = () => keptForms().forEach(keepNow);

export function keepForms() {
  const ours = (event) => event.target.form && isKept(event.target.form) && event.target.form;
  document.addEventListener("input", (event) => ours(event) && later(ours(event)));
  document.addEventListener("rp:teruggehaald", (event) => isKept(event.target) && keepNow(event.target));
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    leaving.add(event.target);
    if (isKept(event.target)) keepNow(event.target);
  });
  // Whoever chooses Annuleren means it. The text is kept all the same and offered on the next page.
  document.addEventListener("click", (event) => {
    const form = event.target.closest("[data-annuleren]")?.closest("form");
    if (form) leaving.add(form);
  });
  addEventListener("pageshow", () => keptForms().forEach((form) => leaving.delete(form)));
  addEventListener("pagehide", keepAll);
  document.addEventListener("visibilitychange", () => document.hidden && keepAll());
  // Only what could not be kept is warned of.
  addEventListener("beforeunload", (event) => {
    if (keptForms().some((form) => !leaving.has(form) && fresh(form).length && !keepNow(form))) event.preventDefault();
  });
}
