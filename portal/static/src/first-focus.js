/**
 * A page puts the keyboard where its person goes on, but never takes it from somebody who is in a field already: what
 * was being typed would go on in another one.
 */

const FIELD = "input:not([type=hidden]), textarea, select";

/** True while somebody is in a field; one inside `place`, which is left anyway, does not count. */
export function isInField(place) {
  const here = document.activeElement;
  return Boolean(here?.matches(FIELD)) && !place?.contains(here);
}

/**
 * Until the page is complete, and a moment longer: who is in a field stays in it. Going to the fragment of its address
 * a browser takes the keyboard away from any field, also from one in which somebody types already.
 */
export function holdField() {
  const held = new AbortController();
  const { signal } = held;
  addEventListener("pointerdown", () => held.abort(), { capture: true, signal });
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    const back = () => signal.aborted || isInField() || target.focus({ preventScroll: true });
    if (!relatedTarget && document.hasFocus() && target.matches(FIELD)) requestAnimationFrame(back);
  }, { signal });
  const end = () => setTimeout(() => held.abort(), 1000);
  if (document.readyState === "complete") end();
  else addEventListener("load", end, { once: true });
}
