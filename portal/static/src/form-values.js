/** What is typed in a form and what the server put there, by field name; the bookkeeping fields left out. */

const BOOKKEEPING = /^(csrf_token$|revisie)/;
const NOT_KEPT = ["submit", "button", "reset", "image", "hidden", "file", "password"];

/** The fields in which a person types or chooses; a file can't be kept. */
export function controls(form) {
  return [...form.elements].filter((one) => one.name && !BOOKKEEPING.test(one.name) && !NOT_KEPT.includes(one.type));
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
export const original = (form) => collect(form, (one) => one.defaultChecked, sentText);

function sentText(control) {
  if (!control.options) return control.defaultValue;
  const options = [...control.options];
  return (options.find((one) => one.defaultSelected) ?? options.find((one) => !one.disabled) ?? { value: "" }).value;
}

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

/** What this browser calls the words in a form: the same words have the same name. */
export function attemptOf(form) {
  const text = JSON.stringify([...typed(form)]);
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let place = 0; place < text.length; place++) {
    one = Math.imul(one ^ text.charCodeAt(place), 2654435761);
    other = Math.imul(other ^ text.charCodeAt(place), 1597334677);
  }
  return `${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}${text.length.toString(36)}`;
}

/** What a person sees of these values of a field: the words of a choice, not its key. */
export function shown(form, name, values) {
  const ofField = controls(form).filter((one) => one.name === name);
  const words = (value) => {
    const box = ofField.find((one) => isTicked(one) && one.value === value);
    const option = [...(ofField[0]?.options ?? [])].find((one) => one.value === value);
    return (option ?? box?.labels?.[0])?.textContent.trim() ?? value;
  };
  return values.map(words).join(", ");
}

/** The words that name a field for a person. */
export function labelOf(form, name) {
  const control = controls(form).find((one) => one.name === name);
  const label = isTicked(control ?? {}) ? control.closest("fieldset")?.querySelector("legend") : control?.labels?.[0];
  return (label ?? control?.labels?.[0])?.textContent.replace("(optioneel)", "").trim() ?? name;
}
