/** Beside each value that a text can use a button that puts its token where the cursor is, in the field used last. */

import { insertText } from "./insert-text.js";

let last = null;

export function offerValues(textarea) {
  textarea.addEventListener("focus", () => {
    last = textarea;
  });
  if (last) return;
  last = textarea;
  for (const code of document.querySelectorAll(".rp-values dt code")) code.after(" ", buttonFor(code));
}

function buttonFor(code) {
  const token = code.textContent;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "rp-linkbutton rp-values__insert";
  button.textContent = "Invoegen";
  button.setAttribute("aria-label", `Invoegen: ${token}`);
  button.addEventListener("click", () => insertText(last, token));
  return button;
}
