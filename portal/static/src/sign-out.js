/** Signing out takes unsaved text from this browser: others may use it. Whoever still has some is asked first. */

import { allKeys, drop } from "./draft-store.js";

const QUESTION =
  "Er is nog tekst die niet is opgeslagen. Als u zich afmeldt, verdwijnt die tekst van deze computer. Wilt u zich toch afmelden?";

export function askBeforeSignOut(root) {
  for (const form of root.querySelectorAll("form[action$='/account/afmelden']")) {
    form.addEventListener("submit", (event) => {
      if (allKeys().length === 0) return;
      if (confirm(QUESTION)) allKeys().forEach(drop);
      else event.preventDefault();
    });
  }
}
