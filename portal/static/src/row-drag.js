/**
 * Rows are dragged by a handle, with a mouse, a pen or a finger. Dropping sends the form that the buttons of the row send
 * too. Whoever works by keyboard has "Verplaatsen", so the handle is no stop of the Tab key.
 */

// The bar with the buttons of the page lies over the last lines.
const EDGE = 110;
const STEP = 16;

export function attachDrag(list) {
  for (const row of list.children) moveForm(row)?.parentElement.append(handleFor(row, list));
}

const moveForm = (row) => row.querySelector(".rp-rows__actions form[action$='/verplaatsen']");
const isRow = (row) => row.matches(".rp-rows__row");

function handleFor(row, list) {
  const handle = document.createElement("span");
  handle.className = "rp-drag";
  handle.setAttribute("aria-hidden", "true");
  handle.title = "Slepen om te verplaatsen";
  handle.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    follow(handle, row, list);
  });
  return handle;
}

/** From picking up to letting go: a line shows where the row comes. */
function follow(handle, row, list) {
  const ended = new AbortController();
  const { signal } = ended;
  const line = Object.assign(document.createElement("li"), { className: "rp-drag__line" });
  line.setAttribute("aria-hidden", "true");
  let after = row.previousElementSibling;
  row.classList.add("rp-drag__moving");

  const end = () => {
    ended.abort();
    line.remove();
    row.classList.remove("rp-drag__moving");
  };
  const move = ({ clientY }) => {
    scrollNear(clientY);
    after = lastAbove(list, clientY, line);
    if (after) after.after(line);
    else list.prepend(line);
  };
  const drop = () => {
    end();
    if (after !== row && after !== row.previousElementSibling) send(row, after);
  };
  handle.addEventListener("pointermove", move, { signal });
  handle.addEventListener("pointerup", drop, { signal });
  handle.addEventListener("pointercancel", end, { signal });
  addEventListener("keydown", (event) => event.key === "Escape" && end(), { signal });
}

function scrollNear(y) {
  if (y < EDGE) scrollBy(0, -STEP);
  else if (y > innerHeight - EDGE) scrollBy(0, STEP);
}

/** The last row of which the middle lies above this height. */
function lastAbove(list, y, line) {
  const middle = (row) => row.getBoundingClientRect().top + row.offsetHeight / 2;
  return [...list.children].filter((row) => row !== line && isRow(row) && middle(row) < y).at(-1) ?? null;
}

function send(row, after) {
  const form = moveForm(row);
  const place = document.createElement("input");
  Object.assign(place, { type: "hidden", name: "na", value: after?.id.split("-").at(-1) ?? "0" });
  form.append(place);
  form.requestSubmit();
}
