/** Texts of a form save themselves while somebody types. One save at a time; the buttons of the page always work too. */

import { keep } from "./draft-store.js";
import { markSent } from "./draft-sent.js";
import { changed, isSame, original, put, typed } from "./form-values.js";
import { mergeIn } from "./merge-in.js";
import { SaveState } from "./save-state.js";
import { renewToken } from "./session.js";

const PAUSE = 1_500;
const LONGEST_WAIT = 15_000;
const LONGEST_RETRY = 60_000;
// Browsers let at most 64 kB travel on after a page is left.
const MOST_AFTER_LEAVING = 60_000;
const RETRIED = ["offline", "failed"];

const WORDS = {
  offline: "Niet opgeslagen: geen verbinding. Wij proberen het opnieuw.",
  failed: "Niet opgeslagen. Wij proberen het opnieuw.",
  "signed-out": "U bent afgemeld. Meld u aan in een nieuw tabblad; daarna slaan wij op.",
  "someone-else": "Niet opgeslagen. In deze browser is nu iemand anders aangemeld. Meld u daar af en meld u zelf aan.",
};

/** Let a form save itself, if there is one. Returns the Autosave, or null. */
export function attachAutosave(root) {
  const form = root.querySelector("form[data-autosave]");
  const line = root.querySelector(".rp-savestate");
  return form && line ? new Autosave(form, new SaveState(line)) : null;
}

export class Autosave {
  underway = null;
  outcome = "saved";
  attempts = 0;
  conflicts = new Set();
  composing = false;

  constructor(form, state) {
    this.form = form;
    this.state = state;
    this.saved = original(form);
    this.listen();
    // A browser may put back what was typed before a reload.
    if (this.unsaved().length) this.onInput();
  }

  listen() {
    const ours = (handler) => (event) => event.target.form === this.form && handler();
    document.addEventListener("input", ours(() => this.onInput()));
    document.addEventListener("focusout", ours(() => this.hasNews() && this.flush()));
    this.form.addEventListener("rp:teruggehaald", () => this.keepAndSave());
    document.addEventListener("visibilitychange", () => this.onSight());
    document.addEventListener("compositionstart", () => (this.composing = true));
    document.addEventListener("compositionend", () => (this.composing = false));
    addEventListener("pagehide", () => this.keepAndSave());
    addEventListener("online", () => RETRIED.includes(this.outcome) && this.flush());
    addEventListener("focus", () => this.onSight());
    addEventListener("pageshow", () => (this.passing = false));
    addEventListener("beforeunload", (event) => this.outcome !== "saved" && this.unsaved().length && this.warn(event));
    document.addEventListener("submit", (event) => this.onSubmit(event), { capture: true });
    document.addEventListener("click", (event) => this.onClick(event));
  }

  onInput() {
    this.changedSince ??= Date.now();
    clearTimeout(this.draftTimer);
    this.draftTimer = setTimeout(() => this.keepDraft(), 300);
    this.schedule(Math.min(PAUSE, this.changedSince + LONGEST_WAIT - Date.now()));
  }

  keepAndSave() {
    this.keepDraft();
    if (this.hasNews()) this.flush();
  }

  onSight() {
    if (document.hidden) this.keepAndSave();
    else if (["signed-out", "someone-else"].includes(this.outcome)) this.flush();
  }


  /** Only what could not be kept in this browser is warned of. */
  warn(event) {
    if (!this.passing && !this.keepDraft()) event.preventDefault();
  }

  schedule(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), Math.max(0, delay));
  }

  /** The names of fields with text that the server has not confirmed. */
  unsaved() {
    return changed(this.saved, typed(this.form));
  }

  /** True when there is something to send: a text that met a conflict waits for the person. */
  hasNews() {
    return this.unsaved().some((name) => !this.conflicts.has(name));
  }

  /** False when the text could not be kept. */
  keepDraft() {
    clearTimeout(this.draftTimer);
    const now = typed(this.form);
    const fields = this.unsaved().map((name) => [name, { values: now.get(name), base: this.revision(name)?.value }]);
    return keep(this.form, Object.fromEntries(fields));
  }

  revision(name) {
    return this.form.elements.namedItem(`revisie_${name}`);
  }

  /** Save what is unsaved. Resolves, when no save is under way any more, with how it ended. */
  flush() {
    clearTimeout(this.timer);
    this.underway ??= this.saveAll().finally(() => {
      this.underway = null;
    });
    return this.underway;
  }

  async saveAll() {
    while (this.hasNews()) {
      this.changedSince = null;
      this.outcome = await this.saveOnce();
      this.keepDraft();
      if (this.outcome !== "saved" && this.outcome !== "conflict") break;
    }
    if (RETRIED.includes(this.outcome)) this.schedule(Math.min(LONGEST_RETRY, 2_000 * 2 ** this.attempts++));
    else this.attempts = 0;
    return this.outcome;
  }

  async saveOnce() {
    if (this.outcome === "saved") this.state.saving();
    const sent = typed(this.form);
    try {
      const { response, problem } = await this.send();
      return problem ? this.explain(problem) : await this.take(response, sent);
    } catch {
      return this.explain("offline");
    }
  }

  /** Send the form; when its token was too old, once more with a fresh one. */
  async send() {
    const response = await this.post();
    if (response.status !== 400 && response.status !== 401) return { response };
    const renewed = await renewToken(this.form.dataset.token);
    return renewed === "ok" ? { response: await this.post() } : { problem: renewed };
  }

  post() {
    const body = new URLSearchParams(new FormData(this.form));
    const keepalive = String(body).length < MOST_AFTER_LEAVING;
    return fetch(this.form.action, { method: "POST", headers: { Accept: "application/json" }, body, keepalive });
  }

  explain(problem, text = WORDS[problem]) {
    const link = problem === "signed-out" && { text: "Aanmelden (opent een nieuw tabblad)", href: this.form.dataset.aanmelden };
    this.state.failed(problem, text, link);
    return problem;
  }

  async take(response, sent) {
    if (response.status >= 500 || response.redirected) return this.explain("failed");
    const answer = await response.json().catch(() => ({}));
    if (answer.teksten) await this.composed();
    for (const [field, revision] of Object.entries(answer.revisies ?? {})) {
      const name = field.replace(/^revisie_/, "");
      const arrived = answer.teksten?.[name];
      if (!arrived) this.confirm(name, revision, sent.get(name));
      else if (this.takeIn(name, sent.get(name), arrived)) {
        this.confirm(name, revision, arrived);
        this.tell(name, answer.samengevoegd[name]);
      }
    }
    if (response.ok) {
      this.state.saved(answer.melding);
      return "saved";
    }
    // The texts that the server did not confirm are refused: saving by itself stops, the button explains the rest.
    for (const name of changed(this.saved, sent)) this.conflicts.add(name);
    return this.explain(answer.conflict ? "conflict" : "refused", answer.melding ?? WORDS.failed);
  }

  /** A letter that is being put together (é, by a dead key) is not interrupted. */
  composed() {
    if (!this.composing) return null;
    return new Promise((go) => document.addEventListener("compositionend", () => setTimeout(go), { once: true }));
  }

  /** What a colleague changed comes into its field. False: somebody types just there, and the next save asks again. */
  takeIn(name, sent, arrived) {
    const field = this.form.elements.namedItem(name);
    if (field?.tagName === "TEXTAREA") return mergeIn(field, sent[0], arrived[0]);
    if (!isSame(typed(this.form).get(name), sent)) return false;
    put(this.form, name, arrived, (control, text) => (control.value = text));
    return true;
  }

  /** Say below the field with whose change it was put together. */
  tell(name, html) {
    const field = this.form.elements.namedItem(name);
    const place = (field instanceof RadioNodeList ? field[0] : field).closest(".rp-field");
    if (place.nextElementSibling?.matches("[data-samengevoegd]")) place.nextElementSibling.remove();
    place.insertAdjacentHTML("afterend", html);
    this.state.merged(place.nextElementSibling.querySelector("p").textContent.trim());
  }

  confirm(name, revision, values) {
    this.saved.set(name, values);
    this.conflicts.delete(name);
    const field = this.revision(name);
    if (field && Number(field.value) < revision) field.value = revision;
  }

  /** Any form of this page that is sent waits for the text: no save meets another one of the same person. */
  onSubmit(event) {
    const { target, submitter } = event;
    this.lastSubmit = event;
    if (this.passing || (!this.hasNews() && !this.underway)) return this.noteSent(target);
    event.preventDefault();
    event.stopImmediatePropagation();
    this.flush().then((outcome) => {
      if (outcome === "offline") return this.state.toView();
      this.pass(() => target.requestSubmit(submitter));
    });
  }

  noteSent(target) {
    if (target !== this.form) return;
    this.passing = true;
    this.keepDraft();
    if (this.unsaved().length) markSent(this.form);
  }

  /** A link on this page waits for a save that is needed or under way. */
  onClick(event) {
    const link = event.target.closest("a[href]");
    const isPlain = link && !event.defaultPrevented && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!isPlain || link.target || link.getAttribute("href").startsWith("#") || link.origin !== location.origin) return;
    if (!this.hasNews() && !this.underway) return;
    event.preventDefault();
    this.flush().then(() => location.assign(link.href));
  }

  /** Send a form without waiting again; another listener may still hold it back. */
  pass(go) {
    this.passing = true;
    go();
    this.passing = !this.lastSubmit.defaultPrevented;
  }
}
