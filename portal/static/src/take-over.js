/**
 * Taking over a text of the plan into the field one writes in, without leaving the page. Without this script the button
 * sends the form and the server puts the same words behind what was typed.
 */

import { insertText } from "./insert-text.js";

/** A button with the words in `data-neem-over`; what happened stands in the status of the page. */
export function attachTakeOver(button) {
  const field = button.form?.elements.namedItem("tekst");
  const status = document.querySelector("[data-overgenomen]");
  if (!field || !status) return;
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const words = button.dataset.neemOver;
    const isThere = field.value.includes(words);
    if (!isThere) append(field, words);
    status.textContent = isThere ? status.dataset.stondEr : status.dataset.overgenomen;
    // Who reads on in the plan stays there.
    button.focus({ preventScroll: true });
  });
}

/** As if somebody typed it: it can be undone, and is kept as other words are. */
function append(field, words) {
  field.focus({ preventScroll: true });
  const end = field.value.trimEnd().length;
  field.setSelectionRange(end, field.value.length);
  insertText(field, `${end ? "\n\n" : ""}${words}`);
  field.scrollTop = field.scrollHeight;
}
