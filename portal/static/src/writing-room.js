/**
 * Whoever writes has room, and nothing lies over his text: when a field gets the keyboard, the page moves until the field
 * stands between its toolbar and the bar with buttons (or the foot of what one sees: on a phone the keyboard takes half).
 * The style keeps a field low enough for that; where it is higher, its top stays in sight.
 */

const BETWEEN = 8;
const TOOLBAR = 56;

export function attachWritingRoom(bar) {
  const clear = (event) => {
    if (event.target.matches?.("textarea")) requestAnimationFrame(() => moveClear(event.target, bar));
  };
  document.addEventListener("focusin", clear);
  document.addEventListener("input", clear);
}

function moveClear(field, bar) {
  const { top, bottom } = field.getBoundingClientRect();
  const hidden = Math.min(bottom + BETWEEN - foot(bar), top - TOOLBAR);
  if (hidden > 0) scrollBy({ top: hidden, behavior: "instant" });
}

function foot(bar) {
  if (getComputedStyle(bar).position === "sticky") return bar.getBoundingClientRect().top;
  return visualViewport.offsetTop + visualViewport.height;
}
