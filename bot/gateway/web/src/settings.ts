/** What the browser keeps for the page; where it keeps nothing (private windows), the page does without. */
import type { Outgoing } from "./types";

export function recall(key: string, from: Storage = localStorage): string | null {
  try {
    return from.getItem(`usher.${key}`);
  } catch {
    return null;
  }
}

export function keep(key: string, value: string | null, in_: Storage = localStorage): void {
  try {
    if (value === null) in_.removeItem(`usher.${key}`);
    else in_.setItem(`usher.${key}`, value);
  } catch {
    // Full or forbidden: nothing that the conversation needs.
  }
}

/** Where the gateway is: this page's own origin, or the one that the widget was loaded from. */
export const home = { origin: globalThis.location?.origin ?? "" };

/** A picture's address if it is the gateway's own; no other site hears of our visitors. */
export function ownAddress(address: string | null | undefined): string | null {
  const url = address && URL.canParse(address, home.origin) ? new URL(address, home.origin) : null;
  return url?.origin === home.origin ? url.href : null;
}

/** The page's session is a cookie that scripts cannot see; here stands only that there is one. */
export const cookieProof = {
  token: (): null => null,
  known: (): boolean => recall("session") !== null,
  learn: (token: string | null): void => keep("session", token === null ? null : "cookie"),
};

/** The widget stands on a foreign page, where our cookie does not count: it keeps a token, one for each gateway. */
export const tokenProof = {
  token: (): string | null => recall(`token.${home.origin}`),
  known: (): boolean => recall(`token.${home.origin}`) !== null,
  learn: (token: string | null): void => keep(`token.${home.origin}`, token),
};

/** Unsent messages, kept for this tab over a reload. */
export const outboxShelf = {
  read(): Outgoing[] {
    try {
      const kept = JSON.parse(recall("outbox", sessionStorage) ?? "[]") as Outgoing[];
      return kept.map((outgoing) => ({ ...outgoing, state: "sending", problem: null }));
    } catch {
      return [];
    }
  },
  write(outbox: Outgoing[]): void {
    keep("outbox", outbox.length ? JSON.stringify(outbox) : null, sessionStorage);
  },
};
