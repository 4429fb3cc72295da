/** The form of one row saves by its button only; what is typed in it is kept in the browser until the server has it. */

import { keep, ownKey } from "./draft-store.js";
import { markSent } from "./draft-sent.js";
import { changed, original, typed } from "./form-values.js";

export function keepRow(form) {
  const before = original(form);
  let timer;
  let isLeaving = false;

  const fresh = () => changed(before, typed(form));
  const keepNow = () => {
    const now = typed(form);
    const base = form.elements.namedItem("revisie").value;
    keep(form, Object.fromEntries(fresh().map((name) => [name, { values: now.get(name), base }])));
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(keepNow, 300);
  };
  form.addEventListener("input", later);
  form.addEventListener("rp:teruggehaald", keepNow);
  form.addEventListener("submit", () => {
    isLeaving = true;
    keepNow();
    markSent(form, ownKey(form));
  });
  // Whoever chooses Annuleren means it. The text is kept all the same and offered on the next page.
  form.addEventListener("click", (event) => {
    if (event.target.closest("[data-annuleren]")) isLeaving = true;
  });
  addEventListener("pageshow", () => (isLeaving = false));
  addEventListener("pagehide", keepNow);
  addEventListener("beforeunload", (event) => {
    if (!isLeaving && fresh().length) event.preventDefault();
  });
}
