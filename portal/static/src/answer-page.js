/**
 * The answer to a post gets the address of the page that its form stood on. Without that, going back to it or reloading
 * it shows a page of the browser's own, or sends everything once more; now it opens that page, with what was kept.
 */
export function nameAnswer(root) {
  if (!root.documentElement.hasAttribute("data-antwoord")) return;
  const { referrer } = root;
  if (!referrer || new URL(referrer).origin !== location.origin) return;
  // A form without an address of its own goes where this page came from, as before.
  for (const form of root.querySelectorAll("form:not([action])")) form.action = location.href;
  history.replaceState(history.state, "", referrer);
}
