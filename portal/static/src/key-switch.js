// One switch for all keys of one letter: everybody can turn them off, and the browser remembers it (WCAG 2.1.4).
const SWITCH = "sneltoetsen";

const areOn = () => {
  try {
    return localStorage.getItem(SWITCH) !== "uit";
  } catch {
    return true;
  }
};

const remember = (on) => {
  try {
    localStorage.setItem(SWITCH, on ? "aan" : "uit");
  } catch {
    // Without storage it counts for this page only.
  }
};

/** Shows the switch in this element, and gives a function that says whether the keys are on. */
export function keySwitch(hint) {
  let on = areOn();
  const button = hint.querySelector("button");
  const show = () => {
    hint.querySelector("[data-uitleg]").hidden = !on;
    button.textContent = on ? "Sneltoetsen uitzetten" : "Sneltoetsen aanzetten";
  };
  hint.hidden = false;
  show();
  button.addEventListener("click", () => {
    on = !on;
    remember(on);
    show();
  });
  return () => on;
}
