/** While somebody types a timeline, the line below it says how the portal reads it. */

const PAUSE = 500;
// An address has limits; a timeline that long is a story, which gets its reading after saving.
const LONGEST = 400;

export function attachTimelineHint(input) {
  const line = input.form?.querySelector("[data-tijdslijn-uitleg]");
  if (!line) return;
  let timer;
  let asked = input.value;

  const ask = async () => {
    clearTimeout(timer);
    const text = input.value;
    if (text === asked || text.length > LONGEST) return;
    asked = text;
    const reading = await readingOf(input.dataset.tijdslijn, text);
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
    const response = await fetch(`${address}?${new URLSearchParams({ tekst: text })}`, {
      headers: { Accept: "application/json" },
    });
    return response.ok ? (await response.json()).uitleg : null;
  } catch {
    return null;
  }
}
