/** Builds a real conversation from the browser's own tools. */
import { outboxShelf } from "../settings";
import { Conversation, type Tools } from "./conversation";
import type { Transport } from "./transport";

const tools: Tools = {
  newId,
  now: () => new Date().toISOString(),
  sleep: (milliseconds, signal) =>
    new Promise((done) => {
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener("abort", () => (clearTimeout(timer), done()), { once: true });
    }),
};

/** A random UUID (version 4), also where a page without https lacks crypto.randomUUID. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** A conversation that connects by itself and wakes with the network and the tab. */
export function converse(transport: Transport): Conversation {
  const conversation = new Conversation(transport, outboxShelf, tools);
  addEventListener("online", () => conversation.wake());
  document.addEventListener("visibilitychange", () => document.hidden || conversation.wake());
  void conversation.start();
  return conversation;
}
