// Everything works without this file; it only makes things easier. One import per help.
import { focusErrorSummary } from "./error-summary.js";
import { closeOpenMenus } from "./menu.js";
import { attachPaste } from "./paste.js";
import { sendAgain } from "./send-again.js";
import { attachToolbar } from "./toolbar.js";

focusErrorSummary(document);
closeOpenMenus(document);
sendAgain(document);

for (const textarea of document.querySelectorAll("textarea[data-richtext]")) {
  attachToolbar(textarea);
  attachPaste(textarea);
}
