/** What the parts of the page ask of the whole. */

export interface Saying {
  text: string;
  payload: string | null;
}

declare global {
  interface HTMLElementEventMap {
    "usher-say": CustomEvent<Saying>;
    "usher-resend": CustomEvent<string>;
    "usher-discard": CustomEvent<string>;
    "usher-tell": CustomEvent<string>;
  }
}

/** Asks the chat to say something in the person's name; a signed payload travels with it, any other is the text itself. */
export function say(from: HTMLElement, label: string, payload: string): void {
  const signed = payload.startsWith("b.");
  emit(from, "usher-say", { text: signed || !payload ? label : payload, payload: signed ? payload : null });
}

export function emit(
  from: HTMLElement,
  name: "usher-say" | "usher-resend" | "usher-discard" | "usher-tell",
  detail: unknown,
): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

/** What a signed button stands for (`b.more_like.…`), or null where the payload does not tell. */
export function actOf(payload: string): string | null {
  return /^b\.([a-z_]{1,12})\./.exec(payload)?.[1] ?? null;
}
