/** Messages as they come: over a WebSocket, or by asking again and again where none gets through. */
import type { Batch, Message } from "../types";
import { Refusal, Unreachable } from "./problem";

/** What reaches the conversation from a line to the gateway. */
export interface Ear {
  take(batch: Batch): void;
  /** The line stands. */
  linked(): void;
  /** Whether the gateway says that no answer can be made just now; what is sent is kept. */
  troubled(trouble: boolean): void;
}

export interface Line {
  address: string;
  token: string | null;
  after: number;
}

type Frame =
  | ({ type: "message" } & Message)
  | { type: "typing" }
  | { type: "ready" }
  | { type: "problem"; status?: number; detail?: string };

/** No WebSocket could be opened here at all; another way may work. */
export class NoSocket extends Unreachable {}

/** Listens until the line breaks (rejects) or `signal` ends it (resolves). */
export function listenBySocket({ address, token, after }: Line, ear: Ear, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    let opened = false;
    let refusal: Refusal | null = null;
    signal.addEventListener("abort", () => (socket.close(), resolve()), { once: true });
    socket.onopen = () => {
      opened = true;
      socket.send(JSON.stringify(token ? { type: "hello", after, token } : { type: "hello", after }));
      ear.linked();
    };
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      const frame = JSON.parse(data) as Frame;
      if (frame.type === "message") {
        ear.take({ messages: [frame], last: frame.sequence });
        socket.send(JSON.stringify({ type: "ack", sequence: frame.sequence }));
      } else if (frame.type === "ready") {
        ear.troubled(false);
      } else if (frame.type === "problem") {
        if (frame.status === 503) ear.troubled(true);
        else refusal = new Refusal(frame.status ?? 500, frame.detail ?? "");
      }
    };
    socket.onclose = ({ code }) => {
      if (code === 4401) refusal = new Refusal(401, "");
      reject(refusal ?? (opened ? new Unreachable(`closed with ${code}`) : new NoSocket("not opened")));
    };
  });
}
