/**
 * Bullets that come as a sign of a symbol font (U+F0B7, "·", "o" with a tab) are bullets, as in forms/cleaning.py: both
 * take the examples of tests/examples/bullets.py.
 */

// In a line by themselves these are signs of a list, whatever comes behind them.
const SYMBOL = /^([ \t\u00a0]*)(?:[\uf0b7\uf0a7][ \t\u00a0]*|[\uf020-\uf0a6\uf0a8-\uf0b6\uf0b8-\uf0ff·▪◦●■‣⁃➢➤][ \t\u00a0]+)(?=\S)/gmu;
// Letters of a symbol font, and the bullet that people type: only with the tab that Word puts behind it, and no other.
const TABBED = /^([ \u00a0]*)[o§Øü•]\t+(?=[^\t\n]+$)/gmu;

export const withBullets = (text) => text.replace(SYMBOL, "$1- ").replace(TABBED, "$1- ");
export const hasSymbolBullets = (text) => withBullets(text) !== text;

/** In these fonts any sign in front of a paragraph is a bullet; in Courier New only the "o" of Word is. */
const SIGNS = /font-family\s*:\s*["']?(Symbol|Wingdings|Webdings)/i;
const TYPEWRITER = /font-family\s*:\s*["']?Courier New/i;

/** The text node with the sign when a paragraph begins with a bullet of such a font; null when it does not. */
export function bulletOf(paragraph) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    const sign = data.replace(/[\s\u00a0]+/g, "");
    if (!sign) continue;
    return sign.length === 1 && inFont(sign === "o" ? [SIGNS, TYPEWRITER] : [SIGNS], parentElement, paragraph) ? walker.currentNode : null;
  }
  return null;
}

function inFont(fonts, element, paragraph) {
  for (let one = element; one && one !== paragraph; one = one.parentElement) {
    const styles = [one.getAttribute("data-style") ?? "", `font-family:${one.getAttribute("face") ?? ""}`];
    if (styles.some((style) => fonts.some((font) => font.test(style)))) return true;
  }
  return false;
}
