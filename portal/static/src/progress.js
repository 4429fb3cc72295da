/** Question 2 without leaving the page: each answer is saved by itself, and the keyboard goes on to the next action. */

import { offerDrafts } from "./draft-offer.js";
import { forget } from "./draft-store.js";
import { isInField } from "./first-focus.js";
import { keptForms } from "./form-drafts.js";

const RETRY = "Niet opgeslagen: geen verbinding. Uw keuze staat er nog. Probeer het opnieuw.";

/** Let the actions of a section save themselves. Its forms work by their buttons too, without this. */
export function attachProgress(section) {
  section.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-actie]") || event.defaultPrevented) return;
    event.preventDefault();
    save(section, event.target, true);
  });
  // Whoever chose a status and goes on to the next action means it.
  section.addEventListener("focusout", (event) => {
    const form = event.target.closest("form.rp-progress__form");
    const card = event.target.closest(".rp-progress__row");
    if (form && !card.contains(event.relatedTarget) && isComplete(form) && isChanged(form)) save(section, form, false);
  });
}

const chosen = (form) => form.querySelector("input[name=status]:checked");
const text = (form) => form.elements.toelichting;

function isComplete(form) {
  const status = chosen(form);
  return status && !("waarom" in status.dataset && !text(form).value.trim());
}

function isChanged(form) {
  return (chosen(form)?.value ?? "") !== (form.dataset.oud ?? "") || text(form).value !== text(form).defaultValue;
}

async function save(section, form, goesOn) {
  if (form.dataset.gaat) return;
  form.dataset.gaat = "ja";
  const card = form.closest(".rp-progress__row");
  try {
    const body = new URLSearchParams(new FormData(form));
    const sent = text(form)?.value;
    const response = await fetch(form.action, { method: "POST", headers: { Accept: "application/json" }, body, keepalive: true });
    const answer = await response.json().catch(() => null);
    // What a script can't explain (the sign-in ended, an old token, the round closed) the page itself explains.
    if (!answer?.kaart) return form.submit();
    if (response.ok) forget(form);
    const now = text(form)?.value;
    take(section, card, answer, goesOn || !response.ok);
    if (now !== sent) goOnIn(card, now);
  } catch {
    card.querySelector("[data-melding]").textContent = RETRY;
  } finally {
    delete form.dataset.gaat;
  }
}

function take(section, card, answer, goesOn) {
  const isRefused = answer.geweigerd;
  // The portal made this card with its own template.
  card.innerHTML = answer.kaart;
  card.toggleAttribute("data-open", isRefused || card.querySelector("[data-eerst]") !== null);
  if (!isRefused) keptForms(card).forEach(offerDrafts);
  section.querySelector("[data-teller]").textContent = answer.teller;
  section.querySelector("[data-klaar]").hidden = answer.open > 0;
  const all = section.querySelector("form[data-alles]");
  if (all) all.hidden = answer.open === 0;
  if (isRefused) return (card.querySelector("textarea[aria-invalid]") ?? firstControl(card, "input[type=radio]")).focus();
  if (goesOn && !isInField(card)) goTo(document.getElementById(answer.volgende));
}

/** Words that were typed while the answer was on its way stand in the new card too, and are kept from there. */
function goOnIn(card, words) {
  const field = card.querySelector("textarea[name=toelichting]");
  card.toggleAttribute("data-open", true);
  field.closest("details")?.toggleAttribute("open", true);
  field.value = words;
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function goTo(place) {
  if (!place) return;
  firstControl(place, "[data-eerst], input:checked, input:not([type=hidden])").focus({ preventScroll: true });
  place.scrollIntoView({ block: "nearest" });
}

const firstControl = (place, selector) => place.querySelector(selector) ?? place;
