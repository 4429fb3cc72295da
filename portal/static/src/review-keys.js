// Going through a submission by keyboard: j and k to the next and former part, r to the next remark, v to the next region.
// Never while somebody types, and everybody can switch them off.
import { keySwitch } from "./key-switch.js";

const TYPING = "input, textarea, select, [contenteditable]";

const goTo = (element) => {
  if (!element) return;
  if (!element.matches("a, button")) element.setAttribute("tabindex", "-1");
  element.scrollIntoView({ block: "start", behavior: "instant" });
  element.focus({ preventScroll: true });
};

// From where somebody is: the element with the focus, else what stands at the top of the window.
const step = (places, forward) => {
  const focused = places.findIndex((place) => place === document.activeElement);
  if (focused >= 0) return places[focused + (forward ? 1 : -1)];
  const top = (place) => place.getBoundingClientRect().top;
  return forward ? places.find((place) => top(place) > 4) : places.filter((place) => top(place) < -4).pop();
};

const all = (selector) => [...document.querySelectorAll(selector)];

const KEYS = {
  j: () => goTo(step(all("[data-onderdeel]"), true)),
  k: () => goTo(step(all("[data-onderdeel]"), false)),
  r: () => goTo(step(all(".rp-thread"), true)),
  v: () => document.querySelector("[data-toets='volgende-regio']")?.click(),
};

export function attachReviewKeys(hint) {
  const isOn = keySwitch(hint);
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest(TYPING);
    if (!isOn() || typing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in KEYS)) return;
    event.preventDefault();
    KEYS[event.key]();
  });
}
