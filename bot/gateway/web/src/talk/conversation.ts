/** One conversation as the page knows it: what was said, what is on its way, and how the connection is. */
import type { Batch, Entry, Language, Message, Outgoing } from "../types";
import { Outbox, type Shelf } from "./outbox";
import { Refusal, wordFor } from "./problem";
import type { Transport } from "./transport";

export type Link = "starting" | "online" | "offline";

export interface Tools {
  newId(): string;
  now(): string;
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** How many messages are fetched to begin with; the gateway gives up to twice as many at once. */
const FIRST_LOOK = 100;
/** A number that no conversation reaches: asked for what comes after it, the gateway says how far the conversation is. */
const FAR = 1e12;
const PAUSES_MS = [500, 1000, 2000, 4000, 8000, 15000];

export class Conversation extends EventTarget {
  readonly messages: Message[] = [];
  link: Link = "starting";
  /** Whether the gateway said that no answer can be made just now. */
  troubled = false;
  last = 0;
  /** What came up to this number lies with the gateway still. */
  earliest = 0;
  private readonly known = new Set<number>();
  private stopped = new AbortController();
  private nap = new AbortController();
  private line = new AbortController();
  private sending = false;
  private readonly unsent: Outbox;

  constructor(
    private readonly transport: Transport,
    shelf: Shelf,
    private readonly tools: Tools,
  ) {
    super();
    this.unsent = new Outbox(shelf);
  }

  get outbox(): readonly Outgoing[] {
    return this.unsent.items;
  }

  /** Whether the person waits for an answer that is being made. */
  get waiting(): boolean {
    if (this.outbox.some((outgoing) => outgoing.state === "sent")) return true;
    if (this.outbox.some((outgoing) => outgoing.state === "sending")) return this.link === "online";
    return this.messages.at(-1)?.author === "person";
  }

  /** Connects and keeps connected until `stop`; never rejects. */
  async start(): Promise<void> {
    const stop = this.stopped.signal;
    for (let failures = 0; !stop.aborted;) {
      try {
        await this.connect(stop);
        failures = 0;
      } catch (problem) {
        if (stop.aborted) return;
        if (this.link === "online") failures = 0;
        if (problem instanceof Refusal && problem.status === 401) await this.renew().catch(() => undefined);
        this.setLink(this.link === "starting" && failures < 1 ? "starting" : "offline");
        await this.pause(failures++, problem);
      }
    }
  }

  stop(): void {
    this.stopped.abort();
    this.line.abort();
    this.nap.abort();
  }

  /** The network is back or the tab is seen again: cuts a pause short, and looks whether the line still holds. */
  wake(): void {
    this.nap.abort();
    if (this.link === "online") this.transport.receive(this.last, 0, this.stopped.signal).then(this.take, this.cut);
  }

  send(text: string, language: Language, payload: string | null = null): Outgoing {
    const outgoing: Outgoing = {
      id: this.tools.newId(),
      text,
      payload,
      language,
      at: this.tools.now(),
      state: "sending",
      problem: null,
    };
    this.unsent.add(outgoing);
    this.changed();
    void this.flush();
    return outgoing;
  }

  /** Tries a message again, under its old id, so that it cannot be said twice. */
  resend(id: string): void {
    this.mark(id, { state: "sending", problem: null });
    this.wake();
    void this.flush();
  }

  discard(id: string): void {
    this.unsent.drop(id);
    this.changed();
  }

  /** Fetches a further piece of what was said before. */
  async earlier(): Promise<void> {
    const [from, to] = [Math.max(0, this.earliest - 2 * FIRST_LOOK), this.earliest];
    const { messages } = await this.transport.receive(from, 0, this.stopped.signal);
    this.earliest = from;
    this.take({ messages: messages.filter(({ sequence }) => sequence <= to), last: this.last });
  }

  remembered(): Promise<Entry[]> {
    return this.transport.remembered();
  }

  export(): Promise<unknown> {
    return this.transport.export();
  }

  /** Takes in messages, in whatever order and however often they come. */
  readonly take = (batch: Batch): void => {
    const fresh = batch.messages.filter((message) => !this.known.has(message.sequence));
    for (const message of fresh) {
      this.known.add(message.sequence);
      this.messages.push(message);
      this.unsent.settle(message);
    }
    if (!fresh.length) return;
    this.messages.sort((left, right) => left.sequence - right.sequence);
    this.last = Math.max(this.last, this.messages.at(-1)?.sequence ?? 0);
    this.troubled &&= !fresh.some(({ author }) => author === "bot");
    this.forget();
    this.changed();
  };

  private async connect(stop: AbortSignal): Promise<void> {
    await this.catchUp(stop);
    this.setLink("online");
    void this.flush();
    this.line = new AbortController();
    const ear = { take: this.take, linked: () => this.setLink("online"), troubled: this.trouble };
    await this.transport.listen(() => this.last, ear, this.line.signal);
  }

  /** The end of the conversation at the first look, everything missed at later ones. */
  private async catchUp(stop: AbortSignal): Promise<void> {
    if (!this.last) {
      const { last } = await this.receiveOrOpen(FAR, stop);
      this.earliest = Math.max(0, last - FIRST_LOOK);
    }
    for (let size = FIRST_LOOK; size >= FIRST_LOOK;) {
      const batch = await this.receiveOrOpen(Math.max(this.last, this.earliest), stop);
      this.take(batch);
      size = batch.messages.length;
    }
  }

  private readonly trouble = (trouble: boolean): void => {
    this.troubled = trouble;
    this.changed();
  };

  /** The line does not hold: a new one is made. */
  private readonly cut = (): void => {
    this.setLink("offline");
    this.line.abort();
  };

  /** What a message says was erased goes from the screen too. */
  private forget(): void {
    const from = this.messages.findLastIndex(({ custom }) => custom?.forget);
    if (from > 0) this.messages.splice(0, from);
  }

  private async receiveOrOpen(after: number, stop: AbortSignal): Promise<Batch> {
    if (!this.transport.known()) await this.renew();
    try {
      return await this.transport.receive(after, 0, stop);
    } catch (problem) {
      if (!(problem instanceof Refusal) || problem.status !== 401) throw problem;
      await this.renew();
      return this.transport.receive(0, 0, stop);
    }
  }

  private async renew(): Promise<void> {
    await this.transport.open();
    this.messages.length = 0;
    this.known.clear();
    this.last = this.earliest = 0;
    this.changed();
  }

  /** Sends what waits, one at a time and in order; what the gateway refuses for good steps aside. */
  private async flush(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    for (let next = this.unsent.next(); next && this.link === "online"; next = this.unsent.next()) {
      try {
        await this.transport.send(next);
        this.mark(next.id, { state: "sent" });
      } catch (problem) {
        // The session has ended: the message goes out in the next one.
        if (problem instanceof Refusal && problem.status === 401) {
          this.cut();
          break;
        }
        this.mark(next.id, { state: "failed", problem: wordFor(problem) });
        if (!(problem instanceof Refusal)) this.cut();
      }
    }
    this.sending = false;
  }

  private mark(id: string, change: Partial<Outgoing>): void {
    this.unsent.change(id, change);
    this.changed();
  }

  private setLink(link: Link): void {
    if (this.link === link) return;
    this.link = link;
    this.changed();
    if (link !== "online") return;
    this.unsent.retry();
    queueMicrotask(() => void this.flush());
  }

  private async pause(failures: number, problem: unknown): Promise<void> {
    const asked = problem instanceof Refusal && problem.retryAfterSeconds ? problem.retryAfterSeconds * 1000 : 0;
    this.nap = new AbortController();
    await this.tools.sleep(Math.max(asked, PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] ?? 0), this.nap.signal);
  }

  private changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}
