/**
 * Put text in the place of a textarea's selection, as if it was typed: it can be undone, and "input" is dispatched.
 * Only execCommand keeps the browser's undo; a browser that refuses it gets the text all the same.
 */
export function insertText(textarea, text) {
  textarea.focus();
  const done = text ? document.execCommand("insertText", false, text) : document.execCommand("delete");
  if (done) return;
  textarea.setRangeText(text, textarea.selectionStart, textarea.selectionEnd, "end");
  textarea.dispatchEvent(new Event("input", { bubbles: true }));
}
