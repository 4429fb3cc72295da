/** Text that an earlier visit left unsaved is offered back: "Terughalen" puts it in its field, "Weggooien" forgets it. */

import { addressesWithin, drop, leftFor } from "./draft-store.js";
import { isOrdinaryPage } from "./draft-sent.js";
import { isSame, labelOf, put, typed } from "./form-values.js";
import { insertText } from "./insert-text.js";

/** Offer what was left for a form. The page holds the look of the offer in <template data-kladtekst>. */
export function offerDrafts(form) {
  for (const record of leftFor(form.action)) {
    const differing = differences(form, record);
    if (differing.length) form.before(offer(record, (name) => labelOf(form, name), differing, (alert) => takeBack(form, record, alert)));
    else if (isOrdinaryPage()) drop(record.key);
  }
}

/** Offer what was left for rows of a list whose form is not open now: "Terughalen" opens that form. */
export function offerRowDrafts(list) {
  for (const address of addressesWithin(list.dataset.adres)) {
    if (document.querySelector(`form[action="${CSS.escape(address)}"], form[action^="${CSS.escape(address)}?"]`)) continue;
    for (const record of leftFor(address)) {
      const open = () => location.assign(openingAddress(list, address));
      list.append(offer(record, () => "", Object.keys(record.fields), open));
    }
  }
}

function openingAddress(list, address) {
  const row = /\/(\d+)$/.exec(address.slice(list.dataset.adres.length))?.[1];
  const page = `${location.pathname}?lijst=${list.id}`;
  return row && document.getElementById(`${list.id}-${row}`) ? `${page}&bewerk=${row}` : `${page}&nieuw=${list.dataset.laatste}#nieuw`;
}

function differences(form, record) {
  const now = typed(form);
  return Object.keys(record.fields).filter((name) => now.has(name) && !isSame(now.get(name), record.fields[name].values));
}

function offer(record, label, names, takeBackText) {
  const alert = document.querySelector("template[data-kladtekst]").content.cloneNode(true).firstElementChild;
  alert.querySelector("[data-melding]").textContent = `Er staat nog tekst die niet is opgeslagen, van ${moment(record.op)}.`;
  alert.querySelector("[data-tekst]").textContent = names.map((name) => told(record, name, label(name), names)).join("\n\n");
  alert.querySelector("[data-doe=terughalen]").addEventListener("click", () => takeBackText(alert));
  alert.querySelector("[data-doe=weggooien]").addEventListener("click", () => {
    drop(record.key);
    leave(alert);
  });
  return alert;
}

function told(record, name, label, names) {
  const text = record.fields[name].values.join(", ");
  return label && names.length > 1 ? `${label}: ${text}` : text;
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
function takeBack(form, record, alert) {
  for (const [name, { values, base }] of Object.entries(record.fields)) {
    const revision = form.elements.namedItem(`revisie_${name}`) ?? form.elements.namedItem("revisie");
    if (revision && base !== undefined) revision.value = base;
    put(form, name, values, write);
  }
  alert.remove();
  form.dispatchEvent(new CustomEvent("rp:teruggehaald"));
  drop(record.key);
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
