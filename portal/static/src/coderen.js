/**
 * Coding without leaving the page: a letter ticks a code, Enter saves, and the next text takes the place of this one.
 * The keys work wherever the focus is, but never while somebody types, and can be switched off. Without this file every form and link works by itself.
 */

import { offerDrafts } from "./draft-offer.js";
import { forget } from "./draft-store.js";
import { keptForms } from "./form-drafts.js";
import { keySwitch } from "./key-switch.js";
import { attachPassages } from "./passages.js";

const OFFLINE = "Niet opgeslagen: geen verbinding. Uw keuze staat er nog. Probeer het opnieuw.";
const BROKEN = "Niet opgeslagen door een storing. Uw keuze staat er nog. Probeer het opnieuw.";
const OWN_ENTER = "button, a, summary, select, textarea";
const TYPING = "select, textarea, input:not([type=checkbox])";

export function attachCoding(section) {
  const place = section.querySelector("[data-deel-plaats]");
  const line = section.querySelector("[data-melding]");
  const isOn = keySwitch(section.querySelector("[data-toetsen]"));
  const coding = { place, isOn, passages: attachPassages(place), say: (text, failed = false) => say(line, text, failed), underway: false };

  section.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-deel]")) return;
    event.preventDefault();
    send(coding, event.target, event.submitter);
  });
  section.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-deel]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    follow(coding, link);
  });
  section.addEventListener("change", (event) => event.target.form?.matches("[data-codeer]") && onChoice(coding, event.target));
  document.addEventListener("keydown", (event) => onKey(coding, event));
}

function onKey(coding, event) {
  const form = coding.place.querySelector("form[data-codeer]");
  if (!form || event.ctrlKey || event.metaKey || event.altKey || event.target.closest(TYPING)) return;
  if (event.key === "Enter") return onEnter(event, form);
  const target = event.key.length === 1 && coding.place.querySelector(`[data-toets="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!target || event.repeat || !coding.isOn()) return;
  event.preventDefault();
  target.click();
}

/** Enter saves, unless it does something of its own where somebody is. A key that is held down codes one text, not ten. */
function onEnter(event, form) {
  if (event.target.closest(OWN_ENTER)) return event.repeat && event.preventDefault();
  event.preventDefault();
  if (!event.repeat) form.requestSubmit(form.querySelector("[data-opslaan]"));
}

/** A code that is chosen while words are selected is about those words. */
function onChoice(coding, box) {
  const told = box.name === "codes" ? coding.passages.give(box) : "";
  if (told) coding.say(told);
  keepOneKind(box);
}

/** “Past bij geen code” and a code exclude each other. */
function keepOneKind(box) {
  if (!box.checked || !["codes", "geen"].includes(box.name)) return;
  const others = box.name === "geen" ? "input[name=codes]" : "input[name=geen]";
  for (const other of box.form.querySelectorAll(others)) other.checked = false;
}

function send(coding, form, submitter) {
  const body = new URLSearchParams(new FormData(form, submitter));
  return exchange(coding, form.action, { method: "POST", body }, form, () => {
    // What a script can't explain (the sign-in ended, an old token) the page itself explains, with the choice kept.
    if (submitter?.name) form.append(hidden(submitter.name, submitter.value));
    form.submit();
  });
}

function follow(coding, link) {
  return exchange(coding, link.href, {}, null, () => location.assign(link.href));
}

async function exchange(coding, address, options, form, leave) {
  if (coding.underway) return;
  coding.underway = true;
  coding.place.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, { ...options, headers: { Accept: "application/json" } });
    const answer = await response.json().catch(() => null);
    if (form && response.ok) forget(form);
    if (answer?.deel !== undefined) take(coding, answer, response.ok);
    else if (response.status >= 500) coding.say(BROKEN, true);
    else leave();
  } catch {
    coding.say(OFFLINE, true);
  } finally {
    coding.underway = false;
    coding.place.removeAttribute("aria-busy");
  }
}

function take(coding, answer, isDone) {
  // The portal made this part with its own template.
  coding.place.innerHTML = answer.deel;
  coding.passages.fresh();
  history.replaceState(null, "", answer.adres);
  if (isDone) keptForms(coding.place).forEach(offerDrafts);
  const problem = coding.place.querySelector("[data-fout]");
  const counter = coding.place.querySelector("[data-teller]")?.textContent ?? "";
  coding.say(problem ? "" : [answer.melding, counter].filter(Boolean).join(" "), !isDone && !problem);
  const heading = coding.place.querySelector("#tekst");
  const wrong = coding.place.querySelector("[data-codeer] [aria-invalid]") ?? coding.place.querySelector("[data-codeer] [data-toets]");
  (problem ? wrong : heading)?.focus({ preventScroll: !problem });
  if (!problem) coding.place.scrollIntoView({ block: "nearest" });
}

function say(line, text, failed) {
  line.dataset.savestate = failed ? "failed" : text ? "saved" : "";
  line.textContent = text;
  if (failed) line.scrollIntoView({ block: "nearest" });
}

function hidden(name, value) {
  const input = document.createElement("input");
  Object.assign(input, { type: "hidden", name, value });
  return input;
}
