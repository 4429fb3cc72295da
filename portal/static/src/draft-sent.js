/**
 * A kept text is dropped only when the server says that it took this very text. A form carries a one-time mark; when it
 * is sent it also says what this browser calls its words. The next page asks which of these the server has.
 */

import { account, addSent, drop, leftFor, noteSent, placeOf, placesWithin, sentRecords } from "./draft-store.js";
import { attemptOf } from "./form-values.js";

const UNDERWAY = "rp-onderweg";
const MARKS = "rp-merken";

function load(name, empty) {
  try {
    return JSON.parse(sessionStorage.getItem(name)) ?? empty;
  } catch {
    return empty;
  }
}

function store(name, value) {
  try {
    sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Then the kept text is offered once too often; nothing is lost.
  }
}

/** True when the server answered this page's request with the page that was asked for; null when nobody can tell. */
export function isOrdinaryPage() {
  const status = performance.getEntriesByType("navigation")[0]?.responseStatus;
  if (!status) return null;
  return status < 400 && !document.querySelector("form[data-autosubmit]");
}

/** This form is on its way: what is kept of it waits for the word of the server. */
export function markSent(form) {
  const mark = form.elements.namedItem("merk")?.value;
  if (!mark || !account()) return;
  const pair = [mark, attemptFor(form)];
  noteSent(form, pair);
  for (const key of triedAgain(form)) addSent(key, pair);
  if (!form.hasAttribute("data-draagt")) store(UNDERWAY, placeOf(form));
  store(MARKS, { ...load(MARKS, {}), [markPlace(form)]: pair });
}

function attemptFor(form) {
  const present = form.elements.namedItem("poging");
  // A form that carries what another one sent says what that one said.
  if (present && form.hasAttribute("data-draagt")) return present.value;
  const input = present ?? form.appendChild(hiddenInput("poging"));
  input.value = attemptOf(form);
  return input.value;
}

function hiddenInput(name) {
  const input = document.createElement("input");
  input.type = "hidden";
  input.name = name;
  return input;
}

/**
 * The records that this page holds the words of: sending its form sends them once more. A page with an error does, and
 * one that goes on with what forms of `data-vervolg-van` sent.
 */
function triedAgain(form) {
  const { vervolgVan } = form.dataset;
  const underway = () => (form.hasAttribute("data-draagt") ? load(UNDERWAY, null) : placeOf(form));
  const places = vervolgVan ? placesWithin(vervolgVan) : isOrdinaryPage() ? [] : [underway()].filter(Boolean);
  return places.flatMap(leftFor).filter(({ sent }) => sent?.length).map(({ key }) => key);
}

/** Ask which of the texts that were sent the server took, and drop those. Asks nothing when nothing was sent. */
export async function settle() {
  const waiting = account() ? sentRecords() : [];
  const address = document.querySelector("template[data-ontvangen]")?.dataset.ontvangen;
  if (!waiting.length || !address) return;
  const marks = new Set(waiting.flatMap(({ sent }) => sent.map(([mark]) => mark)));
  try {
    const asked = new URLSearchParams([...marks].map((mark) => ["merk", mark]));
    const response = await fetch(`${address}?${asked}`, { headers: { Accept: "application/json" } });
    const { ontvangen } = await response.json();
    const taken = new Set(ontvangen.map(String));
    for (const { key, sent } of waiting) if (sent.some((pair) => taken.has(String(pair)))) drop(key);
  } catch {
    // Nobody told: the texts stay, and are offered.
  }
}

/** Listen for forms that leave the page, and give a page that somebody goes back to the marks it was sent with. */
export function followSent() {
  if (performance.getEntriesByType("navigation")[0]?.type === "back_forward") restoreMarks();
  document.addEventListener("submit", (event) => {
    const { target } = event;
    if (!event.defaultPrevented && target.method === "post" && !target.matches("[data-autosave]")) markSent(target);
  });
}

const markPlace = (form) => `${location.pathname}${location.search} ${placeOf(form)}`;

function restoreMarks() {
  const marks = load(MARKS, {});
  for (const form of document.querySelectorAll("form[method=post]")) {
    const pair = marks[markPlace(form)];
    const input = form.elements.namedItem("merk");
    if (!pair || !input) continue;
    input.value = pair[0];
    noteSent(form, pair);
  }
}
