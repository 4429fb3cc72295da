/**
 * Five minutes before a sign-in ends the page says so, with a button to stay. Before it says anything it asks the
 * server: somebody may be at work in another tab. Text on the page stays where it is, whatever comes of it.
 */

const MINUTE = 60;
const ENDED = "U bent afgemeld. Wat u typte, staat er nog. Sla het op: u meldt zich dan eerst opnieuw aan.";

const inMinutes = (seconds) => {
  const minutes = Math.max(1, Math.round(seconds / MINUTE));
  return minutes === 1 ? "1 minuut" : `${minutes} minuten`;
};
const soon = (seconds) => `Over ${inMinutes(seconds)} wordt u afgemeld, omdat u een tijd niets deed.`;
const last = (seconds) =>
  `Over ${inMinutes(seconds)} meldt u zich opnieuw aan: u bent dan een hele werkdag aangemeld. Wat u typte, gaat niet verloren.`;

export function warnBeforeEnd(box) {
  const words = box.querySelector("[data-blijven-zin]");
  const stay = box.querySelector("button");
  const before = Number(box.dataset.vooraf);
  let timer = 0;
  let came = null;

  const after = (seconds, act) => {
    clearTimeout(timer);
    timer = setTimeout(act, seconds * 1000);
  };

  async function look() {
    const answer = await ask(box.dataset.stand).catch(() => null);
    if (answer === null) return after(MINUTE, look);
    if (answer === undefined) return say(ENDED, false);
    const { seconden, laatste } = answer;
    if (seconden > before) return wait(seconden);
    say(laatste ? last(seconden) : soon(seconden), !laatste);
    // A sign-in lasts up to a minute longer than its limit.
    return after(seconden > MINUTE ? Math.min(seconden - MINUTE, before) : seconden + MINUTE + 5, look);
  }

  function wait(seconds) {
    say("", false);
    after(Math.max(seconds - before, 1), look);
  }

  function say(text, canStay) {
    const hadFocus = document.activeElement === stay;
    if (words.textContent !== text) words.textContent = text;
    box.hidden = !text;
    stay.hidden = !canStay;
    if (hadFocus && !canStay) came?.focus();
  }

  stay.addEventListener("focus", (event) => (came = event.relatedTarget ?? came));
  stay.addEventListener("click", async () => {
    const body = new URLSearchParams({ csrf_token: stay.dataset.token });
    const answer = await ask(box.dataset.blijven, { method: "POST", body }).catch(() => null);
    if (answer) wait(answer.seconden);
    else if (answer === undefined) say(ENDED, false);
  });
  wait(Number(box.dataset.seconden));
}

/** What the server says; undefined when nobody is signed in any more. Throws without a connection. */
async function ask(address, options = {}) {
  const response = await fetch(address, { ...options, headers: { Accept: "application/json" } });
  if (response.status >= 500) throw new Error(response.statusText);
  return response.ok ? response.json() : undefined;
}
