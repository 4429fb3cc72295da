/**
 * On paper stands the whole text. A text field would show its first lines only and can't run on over two sheets, so a
 * copy of its text takes its place while somebody prints; what is folded is unfolded, and folded again afterwards.
 */

const TYPED = "textarea, input[type=text], input[type=email], input[type=tel], input[type=search], input:not([type])";

export function attachPrint(root) {
  let unfolded = [];

  addEventListener("beforeprint", () => {
    root.querySelectorAll(TYPED).forEach(copy);
    unfolded = [...root.querySelectorAll("main details:not([open])")];
    unfolded.forEach((one) => (one.open = true));
  });

  addEventListener("afterprint", () => {
    root.querySelectorAll(".rp-printed").forEach((one) => one.remove());
    unfolded.forEach((one) => (one.open = false));
    unfolded = [];
  });
}

function copy(field) {
  const text = document.createElement("div");
  text.className = "rp-printed";
  text.textContent = field.value;
  field.after(text);
}
