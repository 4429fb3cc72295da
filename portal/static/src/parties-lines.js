/** Lines that are pasted in a line with parties stay apart; one press makes them one text again. */

import { insertText } from "./insert-text.js";
import { withBullets } from "./paste-bullets.js";

export const hasParties = (field, text) => field.matches("input[data-partijen]") && linesOf(text).length > 1;

export function putParties(input, text) {
  const lines = linesOf(text);
  const apart = joined(lines);
  insertText(input, apart);
  offerAsOne(input, apart, lines.join(" "));
}

const linesOf = (text) =>
  withBullets(text)
    .split(/[\n\r\v\u2028\u2029]+/)
    .map((line) => line.trim().replace(/^[-*•–—]\s+/, ""))
    .filter(Boolean);

/** As forms/parties.py joins them. */
function joined(lines) {
  const names = lines.map((line) => line.replace(/[,;\s]+$/, ""));
  return names.join(names.some((name) => /,(?![^()]*\))/.test(name)) ? "; " : ", ");
}

function offerAsOne(input, apart, one) {
  const place = input.closest("[data-gelezen]");
  place.querySelector("[data-als-een]")?.remove();
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "rp-linkbutton", textContent: "Als één tekst bewaren" });
  button.dataset.alsEen = "";
  button.addEventListener("click", () => {
    const from = input.value.indexOf(apart);
    input.setSelectionRange(from, from + apart.length);
    insertText(input, one);
  });
  place.append(button);
  // It is about what was pasted: typing on answers the question.
  input.addEventListener("input", () => button.remove(), { once: true });
}
