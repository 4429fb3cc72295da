/**
 * A page to write on asks who else has it open and what somebody else changed, and says so above its buttons. It asks
 * more often while somebody is there, and not at all while nobody looks at it: a page left open is nobody writing.
 */

import { currentToken } from "./session.js";

const ALONE = 30_000;
const TOGETHER = 6_000;
const AT_WORK = 5 * 60_000;

export function attachPresence(box) {
  const others = box.querySelector("[data-wie]");
  const news = box.querySelector("[data-nieuws]");
  let acted = Date.now();
  let timer = 0;
  let asking = false;

  async function ask() {
    clearTimeout(timer);
    if (asking || document.hidden || Date.now() - acted > AT_WORK) return;
    asking = true;
    const told = await listen(box).catch(() => null);
    asking = false;
    // Signed out, or no longer the one who writes here: the form itself says so when it is saved.
    if (told === undefined) return;
    if (told) say(told);
    timer = setTimeout(ask, others.textContent ? TOGETHER : ALONE);
  }

  function say({ wie, nieuws }) {
    put(others, wie);
    put(news, nieuws);
    box.querySelector("a").hidden = !nieuws;
    box.toggleAttribute("data-zegt", Boolean(wie || nieuws));
  }

  function isBack() {
    const wasAway = Date.now() - acted > AT_WORK;
    acted = Date.now();
    if (wasAway) ask();
  }

  document.addEventListener("visibilitychange", ask);
  for (const act of ["input", "keydown", "pointerdown", "scroll"]) addEventListener(act, isBack, { passive: true });
  ask();
}

/** What there is to say; undefined when this page is not for this person any more. Throws without a connection. */
async function listen(box) {
  const response = await fetch(box.dataset.aanwezig, {
    method: "POST",
    headers: { Accept: "application/json", "X-CSRFToken": currentToken() },
    body: new URLSearchParams({ sinds: box.dataset.gemaakt }),
  });
  if (response.status >= 500) throw new Error(response.statusText);
  return response.ok ? response.json() : undefined;
}

/** A screen reader hears what is put there, so nothing is put that stands there already. */
function put(place, text) {
  if (place.textContent !== text) place.textContent = text;
}
