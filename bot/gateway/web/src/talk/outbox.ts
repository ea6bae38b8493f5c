/** What the person has said and the gateway has not yet shown to have: kept over a reload, sent in order. */
import type { Message, Outgoing } from "../types";

/** Where unsent messages lie while the page is away. */
export interface Shelf {
  read(): Outgoing[];
  write(outbox: Outgoing[]): void;
}

export class Outbox {
  items: readonly Outgoing[];

  constructor(private readonly shelf: Shelf) {
    this.items = shelf.read();
  }

  add(outgoing: Outgoing): void {
    this.keep([...this.items, outgoing]);
  }

  change(id: string, change: Partial<Outgoing>): void {
    this.keep(this.items.map((outgoing) => (outgoing.id === id ? { ...outgoing, ...change } : outgoing)));
  }

  drop(id: string): void {
    this.keep(this.items.filter((outgoing) => outgoing.id !== id));
  }

  next(): Outgoing | undefined {
    return this.items.find(({ state }) => state === "sending");
  }

  /** A message that the gateway has, or has answered, is no longer on its way. */
  settle({ author, id, reply_to, text }: Message): void {
    const known = author === "person" ? id : reply_to;
    const same = (outgoing: Outgoing) =>
      known ? outgoing.id === known : author === "person" && outgoing.text.trim() === text.trim();
    const found = this.items.find(same);
    if (found) this.drop(found.id);
  }

  /** What failed only for want of a connection goes out again by itself once there is one. */
  retry(): void {
    for (const { id, problem } of this.items) {
      if (problem === "problem.unreachable") this.change(id, { state: "sending", problem: null });
    }
  }

  private keep(items: readonly Outgoing[]): void {
    this.items = items;
    this.shelf.write([...items]);
  }
}
