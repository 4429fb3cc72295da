/** The line that says whether the text is safe. It is seen at every save and heard only when something changes. */
export class SaveState {
  constructor(line) {
    this.line = line;
    line.removeAttribute("role");
    this.voice = document.createElement("p");
    this.voice.className = "rp-visually-hidden";
    this.voice.setAttribute("role", "status");
    line.after(this.voice);
  }

  saving() {
    // A link that leads out of trouble stays while it is tried again: else it is gone under somebody's hand.
    if (!this.line.querySelector("a")) this.#show("saving", "Opslaan…");
  }

  saved(text) {
    this.#show("saved", text);
    this.#say("saved", text);
  }

  /** A colleague's change came in: heard once for each, seen below the field. */
  merged(text) {
    this.#say(text, text);
  }

  /** `why` names the kind of failure, so that the same failure is not read out twice. */
  failed(why, text, link = null) {
    if (!link || this.line.querySelector("a")?.getAttribute("href") !== link.href) {
      this.#show("failed", text);
      if (link) this.line.append(" ", newTabLink(link));
    }
    this.#say(why, text);
  }

  toView() {
    this.line.scrollIntoView({ block: "nearest" });
  }

  #show(kind, text) {
    this.line.dataset.savestate = kind;
    const words = document.createElement("span");
    words.textContent = text;
    this.line.replaceChildren(words);
  }

  #say(kind, text) {
    if (kind === this.said) return;
    this.said = kind;
    this.voice.textContent = text;
  }
}

function newTabLink({ text, href }) {
  const link = document.createElement("a");
  link.href = href;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = text;
  return link;
}
