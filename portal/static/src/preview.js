/** The button “Bekijk uw tekst” shows under each long text how it will look, and takes it away again. */

import { currentToken } from "./session.js";

export function attachPreview(button) {
  const fields = [...document.querySelectorAll("textarea[data-voorbeeld]")].filter((one) => one.form === button.form);
  if (!fields.length) return;
  const regions = fields.map(regionBelow);
  button.setAttribute("aria-expanded", "false");
  // Leaving the text on the way down moves the page under the pointer, and the press would be lost.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    const isOpen = button.getAttribute("aria-expanded") === "true";
    if (isOpen) return close(button, regions);
    const shown = await Promise.all(fields.map(rendered));
    // Without an answer the button does what it does without a script.
    if (shown.includes(null)) return button.form.requestSubmit(button);
    shown.forEach((html, place) => fill(regions[place], html));
    open(button, regions);
  });
}

function regionBelow(field) {
  const region = document.createElement("div");
  region.className = "rp-preview";
  region.setAttribute("aria-live", "polite");
  field.closest(".rp-field").after(region);
  return region;
}

function fill(region, html) {
  const card = document.createElement("section");
  card.className = "rp-card rp-flow";
  const heading = document.createElement("h2");
  heading.textContent = "Zo ziet uw tekst eruit";
  const body = document.createElement("div");
  body.className = "rp-flow";
  // The portal made this HTML of typed text with its own parser: see forms/richtext.
  body.innerHTML = html || "<p>Er staat nog geen tekst.</p>";
  card.append(heading, body);
  region.replaceChildren(card);
}

function open(button, regions) {
  button.setAttribute("aria-expanded", "true");
  regions[0].scrollIntoView({ block: "nearest" });
}

function close(button, regions) {
  button.setAttribute("aria-expanded", "false");
  for (const region of regions) region.replaceChildren();
}

async function rendered(field) {
  try {
    const response = await fetch(field.dataset.voorbeeld, {
      method: "POST",
      headers: { "X-CSRFToken": currentToken() },
      body: new URLSearchParams({ tekst: field.value }),
    });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}
