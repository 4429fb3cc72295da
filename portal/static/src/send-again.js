/**
 * The page "Uw tekst is nog niet opgeslagen" may ask to send the text again by itself. It does so once per address
 * and visit: when that fails too, the person presses the button.
 */
export function sendAgain(root) {
  const form = root.querySelector("form[data-autosubmit]");
  if (!form || alreadyTried(form.action)) return;
  form.requestSubmit();
}

function alreadyTried(address) {
  const key = `sent-again:${address}`;
  try {
    const tried = sessionStorage.getItem(key) !== null;
    sessionStorage.setItem(key, "1");
    return tried;
  } catch {
    return true; // no storage: we cannot know, so the person decides
  }
}
