/** After a row was added, changed or moved, the keyboard stands at that row: on the same button when it was moved. */

const PRESSED = "rp-knop";

export function followRow(root) {
  for (const form of root.querySelectorAll(".rp-rows__actions form")) {
    form.addEventListener("submit", (event) => remember(event.submitter?.value ?? ""));
  }
  const pressed = recall();
  if (root.querySelector("[data-error-summary]")) return;
  const conflict = root.querySelector("[data-botsing]");
  if (conflict) return focusWholly(conflict);
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!place?.closest(".rp-list")) return;
  // Going to the fragment takes the focus away once more when the page is complete.
  const go = () => setTimeout(() => focusIn(place, pressed));
  if (document.readyState === "complete") go();
  else addEventListener("load", go, { once: true });
}

/** What a colleague did to the row that was sent: read before anything else. */
function focusWholly(box) {
  box.focus({ preventScroll: true });
  box.scrollIntoView({ block: "start" });
}

function focusIn(place, pressed) {
  const form = place.matches("form") ? place : place.querySelector("form.rp-rowform");
  const button = pressed && place.querySelector(`button[value="${CSS.escape(pressed)}"]`);
  const target = form?.querySelector("input:not([type=hidden]), textarea, select") ?? (button || place);
  if (target === place) place.tabIndex = -1;
  target.focus({ preventScroll: true });
  place.scrollIntoView({ block: "nearest" });
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
