/** Ctrl + Enter (Cmd on a Mac) adds a row and opens the form for the next; a line below the button says so. */

export function attachAndAnother(button) {
  const hint = document.createElement("span");
  hint.className = "rp-muted rp-small rp-shortcut";
  hint.textContent = /Mac|iP/.test(navigator.platform) ? "of ⌘ + Enter" : "of Ctrl + Enter";
  button.after(hint);
  button.form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    // What may be one thing or several is asked by buttons of its own.
    if (!button.closest("[hidden]")) button.form.requestSubmit(button);
  });
}
