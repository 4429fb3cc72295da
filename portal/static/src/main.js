// Everything works without this file; it only makes things easier. One import per help.
import { attachAligning } from "./align-cells.js";
import { attachAndAnother } from "./and-another.js";
import { nameAnswer } from "./answer-page.js";
import { attachAutosave } from "./autosave.js";
import { attachCoding } from "./coderen.js";
import { offerDrafts, offerRowDrafts } from "./draft-offer.js";
import { followSent, settle } from "./draft-sent.js";
import { sweep } from "./draft-store.js";
import { focusErrorSummary } from "./error-summary.js";
import { keepForms, keptForms } from "./form-drafts.js";
import { followRow } from "./list-focus.js";
import { closeOpenMenus } from "./menu.js";
import { attachParties } from "./parties.js";
import { attachPasskey } from "./passkey.js";
import { attachPaste, attachPlainPaste } from "./paste.js";
import { attachPresence } from "./presence.js";
import { attachPreview } from "./preview.js";
import { attachPrint } from "./print.js";
import { attachProgress } from "./progress.js";
import { offerValues } from "./rapport.js";
import { attachReviewKeys } from "./review-keys.js";
import { attachSeveral } from "./several-lines.js";
import { attachDrag } from "./row-drag.js";
import { sendAgain } from "./send-again.js";
import { askBeforeSignOut } from "./sign-out.js";
import { warnBeforeEnd } from "./staying.js";
import { attachReadingHint } from "./reading-hint.js";
import { attachTakeOver } from "./take-over.js";
import { attachToolbar } from "./toolbar.js";
import { attachWritingRoom } from "./writing-room.js";

const every = (selector, help) => document.querySelectorAll(selector).forEach((element) => help(element));

nameAnswer(document);
sweep();
focusErrorSummary(document);
closeOpenMenus(document);
askBeforeSignOut(document);
attachPrint(document);

every("textarea[data-richtext]", (textarea) => {
  attachToolbar(textarea);
  attachPaste(textarea);
});
// Before what else goes for every line of text: it makes one of a field with room for lines.
every("textarea[data-partijen]", attachParties);
every("textarea:not([data-richtext]), input[type=text]", attachPlainPaste);
every(".rp-partbar", attachWritingRoom);
every("input[data-lees]", attachReadingHint);
every("button[data-nog-een]", attachAndAnother);
every("button[data-neem-over]", attachTakeOver);
every("ol.rp-rows", attachDrag);
every("form[data-schuiven]", attachAligning);
every("template[data-sjabloon-regels]", attachSeveral);
every("button[data-voorbeeld-knop]", attachPreview);
every("[data-aanwezig]", attachPresence);
every("[data-blijven]", warnBeforeEnd);
every("[data-sneltoetsen]", attachReviewKeys);
every("textarea[data-getallen]", offerValues);

attachAutosave(document);
every("[data-voortgang]", attachProgress);
every("[data-coderen]", attachCoding);
every("form[data-passkey]", attachPasskey);
keepForms();
followSent();
settle().then(() => {
  every("form[data-autosave]", offerDrafts);
  keptForms().forEach(offerDrafts);
  every(".rp-list[data-adres]", offerRowDrafts);
});
followRow(document);
sendAgain(document);
