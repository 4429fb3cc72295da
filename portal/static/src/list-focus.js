/** After a row was added, changed or moved, the keyboard stands at that row: on the same button when it was moved. */

import { holdField, isInField } from "./first-focus.js";

const PRESSED = "rp-knop";

export function followRow(root) {
  for (const form of root.querySelectorAll(".rp-rows__actions form")) {
    form.addEventListener("submit", (event) => remember(event.submitter?.value ?? ""));
  }
  const pressed = recall();
  if (root.querySelector("[data-error-summary]")) return;
  const conflict = root.querySelector("[data-botsing]");
  if (conflict) return isInField() || focusWholly(conflict);
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!place?.closest(".rp-list")) return;
  holdField();
  const go = () => isInField() || keep(focusIn(place, pressed));
  if (document.readyState === "complete") go();
  else addEventListener("load", go, { once: true });
}

/** What a colleague did to the row that was sent: read before anything else. */
function focusWholly(box) {
  box.focus({ preventScroll: true });
  box.scrollIntoView({ block: "start" });
}

function focusIn(place, pressed) {
  const form = place.matches("form") ? place : place.querySelector("form.rp-rowform, form.rp-moveform");
  const button = pressed && place.querySelector(`button[value="${CSS.escape(pressed)}"]`);
  const target = (form && firstToFill(form)) ?? (button || place);
  if (target === place) place.tabIndex = -1;
  target.focus({ preventScroll: true });
  selectGap(target);
  place.scrollIntoView({ block: "nearest" });
  return target;
}

/** In a sentence to complete ("op … gedaald van … naar …") what is typed takes the place of the first dots. */
function selectGap(field) {
  const at = field.tagName === "TEXTAREA" ? field.value.indexOf("…") : -1;
  if (at >= 0) field.setSelectionRange(at, at + 1);
}

/** Of a new row what comes first to be filled in: its number stands there already. Of a row that is there its first field. */
function firstToFill(form) {
  const fields = [...form.querySelectorAll("input:not([type=hidden]), textarea, select")];
  const isEmptyText = (field) => field.matches("textarea, input[type=text]") && !field.value;
  return (form.querySelector("[data-nog-een]") && fields.find(isEmptyText)) ?? fields[0];
}

/** Going to the fragment may take the focus away once more, some frames later: it is taken back until a person acts. */
function keep(target) {
  const kept = new AbortController();
  const { signal } = kept;
  for (const act of ["keydown", "pointerdown"]) {
    addEventListener(act, () => kept.abort(), { capture: true, once: true, signal });
  }
  const back = () => document.hasFocus() && !signal.aborted && target.focus({ preventScroll: true });
  target.addEventListener("blur", ({ relatedTarget }) => relatedTarget || requestAnimationFrame(back), { signal });
}

function remember(value) {
  try {
    sessionStorage.setItem(PRESSED, value);
  } catch {
    // Then focus goes to the row.
  }
}

function recall() {
  try {
    const value = sessionStorage.getItem(PRESSED);
    sessionStorage.removeItem(PRESSED);
    return value;
  } catch {
    return null;
  }
}
