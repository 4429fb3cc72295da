/**
 * What stands beside what in a list that came from Word: a cell is dragged to another row of its column, or goes up and
 * down with Alt and the arrows. Both press the buttons of the form, which do the same without a script.
 */

export function attachAligning(form) {
  const cells = [...form.querySelectorAll(".rp-align__cell")];
  for (const cell of cells) makeDraggable(cell, form, cells);
  form.addEventListener("keydown", (event) => {
    const verb = { ArrowUp: "omhoog", ArrowDown: "omlaag" }[event.key];
    if (!verb || !event.altKey || !event.target.matches("input[name=cel]")) return;
    event.preventDefault();
    event.target.checked = true;
    press(form, verb);
  });
}

const place = (cell) => cell.querySelector("input").value.split("-").map(Number);
const press = (form, verb) => form.requestSubmit(form.querySelector(`button[name=doe][value=${verb}]`));

function makeDraggable(cell, form, cells) {
  cell.draggable = true;
  cell.addEventListener("dragstart", (event) => {
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", cell.textContent.trim());
    cell.querySelector("input").checked = true;
    const [column] = place(cell);
    const targets = cells.filter((one) => one !== cell && place(one)[0] === column);
    const ended = new AbortController();
    for (const one of targets) makeTarget(one, form, ended.signal);
    cell.addEventListener("dragend", () => ended.abort(), { once: true });
  });
}

function makeTarget(target, form, signal) {
  const spot = target.closest("td");
  const mark = (on) => target.classList.toggle("rp-align__over", on);
  signal.addEventListener("abort", () => mark(false));
  spot.addEventListener("dragover", (event) => (event.preventDefault(), mark(true)), { signal });
  spot.addEventListener("dragleave", () => mark(false), { signal });
  spot.addEventListener(
    "drop",
    (event) => {
      event.preventDefault();
      form.elements.naar.value = String(place(target)[1] + 1);
      press(form, "naar");
    },
    { signal },
  );
}
