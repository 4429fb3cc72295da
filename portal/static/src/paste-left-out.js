/**
 * What never comes in when somebody pastes: deleted text (tracked changes, strikethrough), comments, hidden text and
 * images. The field says so in one line, with the words to look at.
 */

const DELETED = new Set(["DEL", "S", "STRIKE"]);
const IMAGES = new Set("CANVAS IMG OBJECT PICTURE SVG VIDEO".split(" "));
const STRUCK = /text-decoration(?:-line)?\s*:[^;]*line-through/i;
const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden)/i;
const COMMENT = /mso-element\s*:\s*["']?comment(?![-\w])/i;
const COMMENT_SIGN = /mso-special-character\s*:\s*["']?comment/i;
const EMOJI = /^\p{Extended_Pictographic}/u;

const WORDS = {
  comments: ["opmerking", "opmerkingen"],
  deleted: ["doorgehaald stuk tekst", "doorgehaalde stukken tekst"],
  hidden: ["verborgen stuk tekst", "verborgen stukken tekst"],
  images: ["afbeelding", "afbeeldingen"],
};

/** Why an element stays out: a key of WORDS, "sign" (of a comment), or null when it comes in. */
export function reasonToLeaveOut(element, style) {
  const href = element.getAttribute("href") ?? "";
  if (/\bmsocomanchor\b/i.test(element.className) || /^#(_msocom|cmnt\d)/i.test(href) || COMMENT_SIGN.test(style)) return "sign";
  if (COMMENT.test(style) || /\bMsoCommentText\b/i.test(element.className) || isCommentOfDocs(element)) return "comments";
  if (DELETED.has(element.tagName) || /\bmsoDel\b/i.test(element.className) || STRUCK.test(style)) return "deleted";
  if (HIDDEN.test(style) || element.hidden) return "hidden";
  if (IMAGES.has(element.tagName.toUpperCase())) return isSeen(element, style) ? "images" : "sign";
  return null;
}

/** Google Docs puts its comments below the text, each beginning with a link back. */
function isCommentOfDocs(element) {
  const first = element.firstElementChild;
  return /^(DIV|P)$/.test(element.tagName) && /^#cmnt_ref/.test(first?.getAttribute("href") ?? first?.firstElementChild?.getAttribute("href") ?? "");
}

/** A mail holds images of one pixel that only tell that it was opened. */
const isSeen = (image) => !["0", "1"].includes(image.getAttribute("width") ?? "");

/** The sign that a picture stands for, such as a smiley of Teams. */
export const emojiOf = (element) => (element.tagName === "IMG" && EMOJI.test(element.alt) ? element.alt : "");

export class LeftOut {
  comments = [];
  deleted = [];
  hidden = [];
  images = [];
  signs = 0;
  last = {};
  // Tables come in; told is what of them looks different now.
  tables = 0;
  merged = 0;
  nested = 0;
  // Cells that became rows, since something stood in their place.
  rows = false;

  take(reason, element) {
    if (reason === "sign") this.signs += element.tagName === "A";
    else if (reason === "images") this.images.push(element.getAttribute("alt") ?? "");
    else this.#takeText(reason, element);
  }

  /** Word cuts what was deleted at once in runs: what stands right behind each other is one piece. */
  #takeText(reason, element) {
    const text = element.textContent.replace(/[\s\u00a0]+/g, " ").replace(/^ ?\[[^\]]{1,12}\] ?/, reason === "comments" ? "" : "$&");
    const goesOn = this.last[reason] && behind(this.last[reason]) === element;
    if (goesOn && this[reason].length) this[reason].push(this[reason].pop() + text);
    else if (text.trim()) this[reason].push(text);
    this.last[reason] = element;
  }

  get counts() {
    const comments = Math.max(this.comments.length, this.signs);
    return { comments, deleted: this.deleted.length, hidden: this.hidden.length, images: this.images.length };
  }

  get isEmpty() {
    return Object.values(this.counts).every((count) => count === 0);
  }

  /** What changed shape on the way in: `inOneLine` when the field has no room for a table. */
  notes(inOneLine) {
    if (inOneLine) return this.tables ? ["De tabel staat hier op één regel."] : [];
    return [
      ...(this.merged ? ["Wat in samengevoegde cellen stond, staat nu in elke cel."] : []),
      ...(this.nested ? ["Een tabel in een tabel is tekst in de cel geworden."] : []),
      ...(this.rows ? ["De cellen staan in nieuwe rijen onder deze rij: op hun plaats stond al iets."] : []),
    ];
  }

  /** "2 opmerkingen en 1 afbeelding zijn niet meegekomen." */
  sentence() {
    const told = Object.entries(this.counts).filter(([, count]) => count);
    const parts = told.map(([kind, count]) => `${count} ${WORDS[kind][count === 1 ? 0 : 1]}`);
    const total = told.reduce((sum, [, count]) => sum + count, 0);
    const last = parts.pop();
    return `${parts.length ? `${parts.join(", ")} en ` : ""}${last} ${total === 1 ? "is" : "zijn"} niet meegekomen.`;
  }
}

/** The element behind this one, with only white space between. */
function behind(element) {
  let next = element.nextSibling;
  while (next?.nodeType === Node.TEXT_NODE && !next.data.trim()) next = next.nextSibling;
  return next;
}

/** Say at the field what stayed out; a next paste says it anew. */
export function tellLeftOut(field, leftOut) {
  const place = field.closest(".rp-field") ?? field;
  if (place.nextElementSibling?.matches("[data-weggelaten]")) place.nextElementSibling.remove();
  const told = [...(leftOut.isEmpty ? [] : [leftOut.sentence()]), ...leftOut.notes(field.tagName === "INPUT")];
  if (!told.length) return;
  const notice = node("div", { className: "rp-merged rp-flow" });
  notice.dataset.weggelaten = "";
  notice.setAttribute("role", "status");
  place.after(notice);
  notice.append(node("p", { className: "rp-small", textContent: told.join(" ") }));
  const texts = ["comments", "deleted", "hidden"].flatMap((kind) => leftOut[kind].map((text) => [kind, text]));
  if (texts.length) notice.append(unfolding(texts));
}

function unfolding(texts) {
  const details = node("details", { className: "rp-details" });
  const summary = node("summary");
  summary.append(node("span", { textContent: "Bekijken" }));
  const list = node("ul", { className: "utrecht-unordered-list rp-details__body" });
  for (const [kind, text] of texts) {
    const item = node("li");
    item.append(node("span", { className: "rp-muted", textContent: `${WORDS[kind][0]}: ` }), text.trim());
    list.append(item);
  }
  details.append(summary, list);
  return details;
}

const node = (tag, properties = {}) => Object.assign(document.createElement(tag), properties);
