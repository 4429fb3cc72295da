/** What is typed in a form and what the server put there, by field name; the bookkeeping fields left out. */

const BOOKKEEPING = /^(csrf_token$|revisie)/;

function controls(form) {
  return [...form.elements].filter(
    (one) => one.name && !BOOKKEEPING.test(one.name) && !["submit", "button", "hidden", "file"].includes(one.type),
  );
}

const isTicked = (control) => control.type === "radio" || control.type === "checkbox";

function collect(form, isOn, text) {
  const values = new Map();
  for (const control of controls(form)) {
    if (!values.has(control.name)) values.set(control.name, []);
    if (isTicked(control)) isOn(control) && values.get(control.name).push(control.value);
    else values.get(control.name).push(text(control));
  }
  return values;
}

/** The values as they are now: Map of name → array of texts. */
export const typed = (form) => collect(form, (one) => one.checked, (one) => one.value);

/** The values as the server sent them. */
export const original = (form) => collect(form, (one) => one.defaultChecked, (one) => one.defaultValue);

export const isSame = (one, other) => JSON.stringify(one ?? []) === JSON.stringify(other ?? []);

/** The names whose values differ between two maps. */
export function changed(before, now) {
  return [...now.keys()].filter((name) => !isSame(before.get(name), now.get(name)));
}

/** Put values into the fields with this name; `write` says how a text is written. */
export function put(form, name, values, write) {
  for (const control of controls(form).filter((one) => one.name === name)) {
    if (isTicked(control)) control.checked = values.includes(control.value);
    else if (control.value !== (values[0] ?? "")) write(control, values[0] ?? "");
  }
}

/** The words that name a field for a person. */
export function labelOf(form, name) {
  const control = controls(form).find((one) => one.name === name);
  const label = isTicked(control ?? {}) ? control.closest("fieldset")?.querySelector("legend") : control?.labels?.[0];
  return (label ?? control?.labels?.[0])?.textContent.replace("(optioneel)", "").trim() ?? name;
}
