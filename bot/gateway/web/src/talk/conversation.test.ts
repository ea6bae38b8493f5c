import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Batch, Message, Outgoing } from "../types";
import { Conversation, type Tools } from "./conversation";
import { Refusal, Unreachable } from "./problem";
import type { Ear } from "./stream";
import type { Transport } from "./transport";

/** A gateway in memory whose line can be cut, and that can refuse. */
class Gateway implements Transport {
  thread: Message[] = [];
  accepted: string[] = [];
  cut = false;
  refusal: Refusal | null = null;
  session = true;
  opened = 0;
  private ear: Ear | null = null;
  private drop: (problem: unknown) => void = () => undefined;

  known(): boolean {
    return this.session;
  }
  async open(): Promise<void> {
    this.check();
    this.opened += 1;
    this.session = true;
  }
  async send({ id, text }: Outgoing): Promise<void> {
    await Promise.resolve();
    this.check();
    if (!this.session) throw new Refusal(401, "no session");
    if (this.refusal) throw this.refusal;
    if (this.accepted.includes(id)) return;
    this.accepted.push(id);
    this.say({ author: "person", id, text });
  }
  async receive(after: number): Promise<Batch> {
    this.check();
    if (!this.session) throw new Refusal(401, "no session");
    return { messages: this.thread.filter(({ sequence }) => sequence > after).slice(0, 200), last: this.thread.length };
  }
  listen(_last: () => number, ear: Ear, signal: AbortSignal): Promise<void> {
    this.ear = ear;
    ear.linked();
    return new Promise((resolve, reject) => {
      this.drop = reject;
      signal.addEventListener("abort", () => resolve());
    });
  }
  remembered(): Promise<[]> {
    return Promise.resolve([]);
  }
  export(): Promise<object> {
    return Promise.resolve({});
  }
  say(part: Partial<Message>): Message {
    const message = { sequence: this.thread.length + 1, author: "bot", text: "", ...part } as Message;
    this.thread.push(message);
    if (!this.cut) this.ear?.take({ messages: [message], last: message.sequence });
    return message;
  }
  lose(): void {
    this.cut = true;
    this.drop(new Unreachable("cut"));
  }
  trouble(trouble: boolean): void {
    this.ear?.troubled(trouble);
  }
  private check(): void {
    if (this.cut) throw new Unreachable("cut");
  }
}

const settled = () => vi.waitFor(() => undefined).then(() => new Promise((done) => setTimeout(done, 15)));

describe("a conversation", () => {
  let gateway: Gateway;
  let shelf: Outgoing[];
  let ids: number;
  const tools: Tools = {
    newId: () => `id-${++ids}`,
    now: () => "2026-01-01T12:00:00Z",
    sleep: (_, signal) => new Promise((done) => (setTimeout(done, 5), signal.addEventListener("abort", () => done()))),
  };
  const begin = () => {
    const conversation = new Conversation(gateway, { read: () => shelf, write: (outbox) => (shelf = outbox) }, tools);
    void conversation.start();
    return conversation;
  };

  beforeEach(() => {
    [gateway, shelf, ids] = [new Gateway(), [], 0];
  });

  it("shows the end of what was said before, and the rest when asked", async () => {
    for (let place = 0; place < 350; place++) gateway.say({ text: String(place) });
    const conversation = begin();
    await settled();
    const numbers = () => conversation.messages.map(({ sequence }) => sequence);
    const from = (first: number) => Array.from({ length: 351 - first }, (_, place) => first + place);
    expect([numbers(), conversation.link]).toEqual([from(251), "online"]);
    await conversation.earlier();
    expect([numbers(), conversation.earliest]).toEqual([from(51), 50]);
    await conversation.earlier();
    expect([numbers(), conversation.earliest]).toEqual([from(1), 0]);
  });

  it("makes a session when there is none, and when the old one has ended", async () => {
    gateway.session = false;
    const conversation = begin();
    await settled();
    expect([gateway.opened, conversation.link]).toEqual([1, "online"]);
  });

  it("sends what was written before there was a session, or after it ended, in the next one", async () => {
    gateway.session = false;
    const conversation = begin();
    conversation.send("early", "en");
    await settled();
    expect([gateway.accepted, conversation.outbox]).toEqual([["id-1"], []]);
    gateway.session = false;
    conversation.send("late", "en");
    await settled();
    expect([gateway.accepted, conversation.outbox, gateway.opened]).toEqual([["id-1", "id-2"], [], 2]);
  });

  it("keeps a message until the gateway has it, and waits for the answer", async () => {
    const conversation = begin();
    await settled();
    conversation.send("films like Her", "en");
    expect(shelf).toHaveLength(1);
    await settled();
    expect(conversation.outbox).toEqual([]);
    expect(conversation.waiting).toBe(true);
    gateway.say({ reply_to: "id-1", text: "Five films" });
    expect(conversation.waiting).toBe(false);
  });

  it("takes each message once and puts them in order, however they come", async () => {
    const conversation = begin();
    await settled();
    const [first, second] = [gateway.say({ text: "1" }), gateway.say({ text: "2" })];
    conversation.take({ messages: [second, first, second], last: 2 });
    expect(conversation.messages.map(({ text }) => text)).toEqual(["1", "2"]);
  });

  it("sends what was written without a network once it is back, in order and none twice", async () => {
    const conversation = begin();
    await settled();
    gateway.lose();
    conversation.send("one", "en");
    conversation.send("two", "en");
    await settled();
    expect(conversation.link).toBe("offline");
    gateway.cut = false;
    await settled();
    expect(gateway.thread.map(({ text }) => text)).toEqual(["one", "two"]);
    expect(conversation.outbox).toEqual([]);
    expect(conversation.link).toBe("online");
  });

  it("gets what was answered while the line was cut", async () => {
    const conversation = begin();
    await settled();
    gateway.lose();
    gateway.say({ text: "meanwhile" });
    await settled();
    gateway.cut = false;
    await settled();
    expect(conversation.messages.map(({ text }) => text)).toEqual(["meanwhile"]);
  });

  it("sends under the old id what was on its way before a reload", async () => {
    shelf = [{ id: "old", text: "hello", payload: null, language: "en", at: "", state: "sending", problem: null }];
    begin();
    await settled();
    expect(gateway.accepted).toEqual(["old"]);
  });

  it("says why a message was refused, lets later ones pass, and sends it again when asked", async () => {
    const conversation = begin();
    await settled();
    gateway.refusal = new Refusal(429, "too many", 3);
    const refused = conversation.send("too quick", "en");
    await settled();
    expect(conversation.outbox[0]).toMatchObject({ state: "failed", problem: "problem.hurry" });
    gateway.refusal = null;
    conversation.send("later", "en");
    await settled();
    conversation.resend(refused.id);
    await settled();
    expect(gateway.accepted).toEqual(["id-2", "id-1"]);
  });

  it("drops a message that the person gives up", async () => {
    const conversation = begin();
    await settled();
    gateway.refusal = new Refusal(413, "too long");
    const refused = conversation.send("long", "en");
    await settled();
    conversation.discard(refused.id);
    expect([conversation.outbox, shelf]).toEqual([[], []]);
  });

  it("forgets from the screen what was erased", async () => {
    const conversation = begin();
    await settled();
    gateway.say({ author: "person", id: "x", text: "forget me" });
    gateway.say({ text: "Done.", custom: { kind: "notice", forget: true } });
    expect(conversation.messages.map(({ text }) => text)).toEqual(["Done."]);
  });

  it("knows of trouble until all is well or the next answer comes", async () => {
    const conversation = begin();
    await settled();
    gateway.trouble(true);
    gateway.trouble(false);
    expect(conversation.troubled).toBe(false);
    gateway.trouble(true);
    expect(conversation.troubled).toBe(true);
    gateway.say({ text: "There." });
    expect(conversation.troubled).toBe(false);
  });
});
