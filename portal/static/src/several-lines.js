/** Lines that may be one thing or several: while somebody types the page shows what they would be, as the server does. */

export function attachSeveral(template) {
  const { sjabloonRegels, teken, getoond } = template.dataset;
  const textarea = document.getElementById(sjabloonRegels);
  const ordinary = template.parentElement.querySelector("[data-een-regel]");
  const marker = new RegExp(teken);
  let panel = template.parentElement.querySelector("[data-meer-regels]");

  const show = () => {
    const items = itemsIn(textarea.value, marker);
    const isSeveral = items.length > 1;
    if (isSeveral) panel ??= placedBefore(ordinary, template);
    else panel = panel?.remove() ?? null;
    if (isSeveral) fill(panel, items, Number(getoond));
    ordinary.hidden = isSeveral;
  };
  textarea.addEventListener("input", show);
  show();
}

/** As forms/pasted.py reads them. */
function itemsIn(text, marker) {
  const lines = text.split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/).map((line) => line.trim()).filter(Boolean);
  const items = lines.map((line) => line.replace(marker, "")).filter(Boolean);
  return items.length ? items : lines;
}

function placedBefore(ordinary, template) {
  ordinary.before(template.content.cloneNode(true));
  return ordinary.previousElementSibling;
}

function fill(panel, items, most) {
  for (const place of panel.querySelectorAll("[data-hoeveel]")) place.textContent = items.length.toLocaleString("nl");
  panel.querySelector("[data-meer]").value = items.length;
  const list = panel.querySelector("[data-regels]");
  list.replaceChildren(...items.slice(0, most).map(asItem));
  panel.querySelector("[data-rest]").textContent = items.length > most ? `En nog ${(items.length - most).toLocaleString("nl")}.` : "";
}

function asItem(text) {
  const item = document.createElement("li");
  item.textContent = text.length > 160 ? `${text.slice(0, 157)}...` : text;
  return item;
}
