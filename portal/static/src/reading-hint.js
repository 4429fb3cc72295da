/** While somebody types a timeline, a date or a figure, the line below it says how the portal reads it. */

const PAUSE = 500;
// An address has limits; what is that long is a story, which gets its reading after saving.
const LONGEST = 400;

export function attachReadingHint(input) {
  const line = input.closest("[data-gelezen]")?.querySelector("[data-uitleg]");
  if (!line) return;
  let timer;
  let asked = input.value;

  const ask = async () => {
    clearTimeout(timer);
    const text = input.value;
    if (text === asked || text.length > LONGEST) return;
    asked = text;
    const reading = await readingOf(input.dataset.lees, text);
    if (reading !== null && input.value === text) line.textContent = reading;
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("change", ask);
}

async function readingOf(address, text) {
  try {
    const url = new URL(address, window.location.href);
    url.searchParams.set("tekst", text);
    const response = await fetch(url, {
      headers: { Accept: "application/json" },
    });
    return response.ok ? (await response.json()).uitleg : null;
  } catch {
    return null;
  }
}
