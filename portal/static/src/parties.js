/** Buttons with the parties of the plan: pressed means that the name stands in the field. */

export function attachParties(input) {
  const group = input.form?.querySelector("[data-partijen-keuze]");
  if (!group) return;
  const buttons = [...group.querySelectorAll("button")];
  const show = () => {
    const names = namesIn(input.value);
    for (const button of buttons) button.setAttribute("aria-pressed", String(has(names, button.value)));
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      input.value = toggled(namesIn(input.value), button.value).join(", ");
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
  input.addEventListener("input", show);
  show();
  group.hidden = false;
}

const plain = (name) => name.toLocaleLowerCase("nl");
const has = (names, name) => names.some((one) => plain(one) === plain(name));

function namesIn(text) {
  return text.split(",").map((name) => name.trim()).filter(Boolean);
}

function toggled(names, name) {
  return has(names, name) ? names.filter((one) => plain(one) !== plain(name)) : [...names, name];
}
