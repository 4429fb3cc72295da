/** The proof that a request comes from our own page, fetched anew after the old one ran out. */

import { account } from "./draft-store.js";

/**
 * Put a fresh token in every form of the page. Returns "ok", "signed-out" or "someone-else" (another person signed in
 * meanwhile: their name must not come under this text). Throws when there is no connection.
 */
export async function renewToken(address) {
  const response = await fetch(address, { headers: { Accept: "application/json" } });
  if (!response.ok) return "signed-out";
  const answer = await response.json();
  if (String(answer.account) !== account()) return "someone-else";
  for (const input of document.querySelectorAll("input[name=csrf_token]")) input.value = answer.token;
  return "ok";
}

export const currentToken = () => document.querySelector("input[name=csrf_token]")?.value ?? "";
