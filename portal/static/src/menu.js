/** The account menu is a <details>; Escape and a click elsewhere close it. */
export function closeOpenMenus(root) {
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeAll(root, true);
  });
  root.addEventListener("click", (event) => {
    if (!event.target.closest("details[data-menu]")) closeAll(root, false);
  });
}

function closeAll(root, giveFocusBack) {
  for (const menu of root.querySelectorAll("details[data-menu][open]")) {
    menu.open = false;
    if (giveFocusBack) menu.querySelector("summary").focus();
  }
}
