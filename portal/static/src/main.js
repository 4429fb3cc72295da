// Everything works without this file; it only makes things easier. One import per help.
import { focusErrorSummary } from "./error-summary.js";
import { closeOpenMenus } from "./menu.js";
import { sendAgain } from "./send-again.js";

focusErrorSummary(document);
closeOpenMenus(document);
sendAgain(document);
