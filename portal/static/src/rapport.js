/** Beside each value that a sentence can use a button that puts its token where the cursor is. */

import { insertText } from "./insert-text.js";

export function offerValues(textarea) {
  for (const code of document.querySelectorAll(".rp-values dt code")) code.after(" ", buttonFor(code, textarea));
}

function buttonFor(code, textarea) {
  const token = code.textContent;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "rp-linkbutton rp-values__insert";
  button.textContent = "Invoegen";
  button.setAttribute("aria-label", `Invoegen: ${token}`);
  button.addEventListener("click", () => insertText(textarea, token));
  return button;
}
