/**
 * A form that makes a passkey (data-passkey="maken") or shows one ("tonen"): when it is sent, the browser is asked
 * first, by what stands in data-opties, and its answer goes along. What goes wrong is sent as no answer: the page that
 * comes back says so in words.
 */
const ANSWER = "input[name$=antwoord]";

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const withBytes = (list = []) => list.map((one) => ({ ...one, id: bytes(one.id) }));

const ask = {
  maken: (options) => navigator.credentials.create({ publicKey: {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: withBytes(options.excludeCredentials),
  } }),
  tonen: (options) => navigator.credentials.get({ publicKey: {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: withBytes(options.allowCredentials),
  } }),
};

const RESPONSE = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];

/** The answer of the browser as JSON, as the Web Authentication standard writes it (toJSON is not everywhere yet). */
function written({ id, rawId, type, response, authenticatorAttachment }) {
  const parts = RESPONSE.filter((name) => response[name]).map((name) => [name, text(response[name])]);
  return JSON.stringify({ id, rawId: text(rawId), type, authenticatorAttachment, response: Object.fromEntries(parts) });
}

/** Lets the browser ask for the passkey when the form is sent; a button that chooses another way goes straight on. */
export function attachPasskey(form) {
  const answer = form.querySelector(ANSWER);
  form.addEventListener("submit", async (event) => {
    if (answer.value || event.submitter?.hasAttribute("data-anders")) return;
    event.preventDefault();
    try {
      answer.value = written(await ask[form.dataset.passkey](JSON.parse(form.dataset.opties)));
    } catch {
      answer.value = "";
    }
    form.submit();
  });
}
