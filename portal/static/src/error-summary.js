import { isInField } from "./first-focus.js";

/** After a page with errors loads, focus goes to the heading that says so; a link in the list goes to its field. */
export function focusErrorSummary(root) {
  const summary = root.querySelector("[data-error-summary]");
  if (!summary) return;
  if (!isInField()) summary.querySelector("h2")?.focus();
  summary.addEventListener("click", goToField);
}

function goToField(event) {
  const link = event.target.closest("a[href^='#']");
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  (field.closest(".rp-field") ?? field).scrollIntoView({ block: "start" });
  field.focus({ preventScroll: true });
}
