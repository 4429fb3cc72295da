/** Text that an earlier visit left unsaved is offered back: "Terughalen" puts it in its field, "Weggooien" forgets it. */

import { drop, leftFor, placeOf, placesWithin } from "./draft-store.js";
import { isOrdinaryPage } from "./draft-sent.js";
import { isSame, labelOf, put, shown, typed } from "./form-values.js";
import { insertText } from "./insert-text.js";

// The text that somebody chose to take back on the page before this one.
const CHOSEN = "rp-terughalen";
const chosen = recall();

/** Offer what was left for a form, or for the one that comes after it (`data-klad-ook`). The page holds the look of the offer in <template data-kladtekst>. */
export function offerDrafts(form) {
  const places = [placeOf(form), form.dataset.kladOok].filter(Boolean);
  for (const record of places.flatMap(leftFor)) {
    const differing = differences(form, record);
    // A page with an error holds in its form what was sent to it.
    if (record.sent?.length && !isOrdinaryPage()) continue;
    if (!differing.length) isOrdinaryPage() && drop(record.key);
    else if (record.key === chosen) takeBack(form, record);
    else offerAt(form, record, differing);
  }
}

function offerAt(form, record, differing) {
  const words = (name) => shown(form, name, record.fields[name].values);
  const alert = offer(record, (name) => labelOf(form, name), words, differing, () => {
    alert.remove();
    takeBack(form, record);
  });
  form.before(alert);
  // What nobody sees is not offered.
  for (let place = form.closest("details"); place; place = place.parentElement.closest("details")) place.open = true;
}

/** Offer what was left for rows of a list whose form is not open now: "Terughalen" opens that form, with the text. */
export function offerRowDrafts(list) {
  for (const address of placesWithin(list.dataset.adres)) {
    if (document.querySelector(`form[action="${CSS.escape(address)}"], form[action^="${CSS.escape(address)}?"]`)) continue;
    for (const record of leftFor(address)) {
      const open = () => {
        remember(record.key);
        location.assign(openingAddress(list, address));
      };
      const words = (name) => record.fields[name].values.join(", ");
      list.append(offer(record, () => "", words, Object.keys(record.fields), open));
    }
  }
}

function openingAddress(list, address) {
  const table = `${list.dataset.adres}/tabel`;
  if (address.startsWith(table)) return table;
  const row = /\/(\d+)$/.exec(address.slice(list.dataset.adres.length))?.[1];
  const page = `${location.pathname}?lijst=${list.id}`;
  return row && document.getElementById(`${list.id}-${row}`) ? `${page}&bewerk=${row}` : `${page}&nieuw=${list.dataset.laatste}#nieuw`;
}

function differences(form, record) {
  const now = typed(form);
  return Object.keys(record.fields).filter((name) => now.has(name) && !isSame(now.get(name), record.fields[name].values));
}

function offer(record, label, words, names, takeBackText) {
  const alert = document.querySelector("template[data-kladtekst]").content.cloneNode(true).firstElementChild;
  const told = (name) => (label(name) && names.length > 1 ? `${label(name)}: ${words(name)}` : words(name));
  alert.querySelector("[data-melding]").textContent = `Er staat nog tekst die niet is opgeslagen, van ${moment(record.op)}.`;
  alert.querySelector("[data-tekst]").textContent = names.map(told).join("\n\n");
  alert.querySelector("[data-doe=terughalen]").addEventListener("click", takeBackText);
  alert.querySelector("[data-doe=weggooien]").addEventListener("click", () => {
    drop(record.key);
    leave(alert);
  });
  return alert;
}

/** Focus may not fall back to the top of the page when the pressed button goes. */
function leave(alert) {
  const next = alert.nextElementSibling;
  alert.remove();
  if (!next) return;
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
}

/** The text comes back with the revision it started from, so that it can't overwrite what a colleague saved since. */
function takeBack(form, record) {
  for (const [name, { values, base }] of Object.entries(record.fields)) {
    const revision = form.elements.namedItem(`revisie_${name}`) ?? form.elements.namedItem("revisie");
    if (revision && base !== undefined) revision.value = base;
    put(form, name, values, write);
  }
  form.dispatchEvent(new CustomEvent("rp:teruggehaald", { bubbles: true }));
  drop(record.key);
}

function remember(key) {
  try {
    sessionStorage.setItem(CHOSEN, key);
  } catch {
    // Then the form offers it once more.
  }
}

function recall() {
  try {
    const key = sessionStorage.getItem(CHOSEN);
    sessionStorage.removeItem(CHOSEN);
    return key;
  } catch {
    return null;
  }
}

function write(control, text) {
  control.focus();
  if (control.tagName !== "TEXTAREA") control.value = text;
  else {
    control.select();
    insertText(control, text);
  }
}

function moment(time) {
  const then = new Date(time);
  const daysAgo = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(time).setHours(0, 0, 0, 0)) / 86_400_000);
  const day = then.toLocaleDateString("nl-NL", { day: "numeric", month: "long" });
  const clock = then.toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
  return `${["vandaag", "gisteren"][daysAgo] ?? day} om ${clock}`;
}
