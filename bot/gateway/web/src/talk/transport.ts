/** The gateway's JSON API, as the page needs it. */
import type { Batch, Entry, Outgoing } from "../types";
import { Refusal, Unreachable } from "./problem";
import { listenBySocket, NoSocket, type Ear } from "./stream";

/** What a conversation needs of a gateway; tests put a fake one here. */
export interface Transport {
  /** Whether a session was made before; it may have ended since. */
  known(): boolean;
  /** Makes a new session. */
  open(): Promise<void>;
  send(outgoing: Outgoing): Promise<void>;
  /** Messages after `after`, waiting up to `waitSeconds` for the first of them. */
  receive(after: number, waitSeconds: number, signal: AbortSignal): Promise<Batch>;
  /** Messages as they come, until the line breaks or `signal` ends it; `last` says what the conversation has. */
  listen(last: () => number, ear: Ear, signal: AbortSignal): Promise<void>;
  /** What is remembered of the person, and everything that is held about them. */
  remembered(): Promise<Entry[]>;
  export(): Promise<unknown>;
}

const WAIT_SECONDS = 25;

/** Where a session's proof is kept: a token (the widget), or the note that there is a cookie (the page). */
export interface Proof {
  /** What goes into the Authorization header; null where a cookie does it. */
  token(): string | null;
  known(): boolean;
  learn(token: string | null): void;
}

export class JsonTransport implements Transport {
  /** The token of a session that was made just now, for browsers that keep no cookie. */
  private spare: string | null = null;
  private cookieless = false;
  private socketWorks = true;
  private polls = 0;

  constructor(
    private readonly base: string,
    private readonly proof: Proof,
  ) {}

  known(): boolean {
    return this.proof.known();
  }

  async open(): Promise<void> {
    this.proof.learn(null);
    [this.spare, this.cookieless] = [null, false];
    const session = (await this.ask("POST", "sessions")) as { token?: string };
    this.spare = session.token ?? null;
    this.proof.learn(this.spare);
  }

  async send({ id, text, payload, language }: Outgoing): Promise<void> {
    if (payload) await this.ask("POST", "actions?wait=0", { id, payload, text, language });
    else await this.ask("POST", "messages?wait=0", { id, text, language });
  }

  async receive(after: number, waitSeconds: number, signal: AbortSignal): Promise<Batch> {
    return (await this.ask("GET", `messages?after=${after}&wait=${waitSeconds}`, undefined, signal)) as Batch;
  }

  async remembered(): Promise<Entry[]> {
    return ((await this.ask("GET", "me/memory")) as { entries: Entry[] }).entries;
  }

  export(): Promise<unknown> {
    return this.ask("GET", "me");
  }

  async listen(last: () => number, ear: Ear, signal: AbortSignal): Promise<void> {
    if (this.socketWorks && "WebSocket" in globalThis) {
      try {
        const address = new URL(`${this.base}/api/v1/stream`, location.href);
        address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
        return await listenBySocket({ address: address.href, token: this.token, after: last() }, ear, signal);
      } catch (problem) {
        if (!(problem instanceof NoSocket)) throw problem;
        // A proxy on the way may not let sockets through; what follows tells whether anything gets through.
        this.socketWorks = false;
      }
    }
    while (!signal.aborted) {
      ear.take(await this.receive(last(), WAIT_SECONDS, signal));
      ear.linked();
      this.socketWorks ||= ++this.polls % 10 === 0;
    }
  }

  /** One request to the API; the answer's JSON, or a Refusal, or Unreachable. */
  private async ask(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<unknown> {
    const answer = await this.fetch(method, path, body, signal);
    const text = await answer.text().catch(() => {
      throw new Unreachable("the answer broke off");
    });
    if (answer.ok) return text ? JSON.parse(text) : null;
    if (answer.status !== 401 || !this.spare || this.cookieless) throw refusal(answer, text);
    this.cookieless = true;
    return this.ask(method, path, body, signal);
  }

  private get token(): string | null {
    return this.proof.token() ?? (this.cookieless ? this.spare : null);
  }

  private async fetch(method: string, path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = { Accept: "application/json" };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    const token = this.token;
    if (token) headers["Authorization"] = `Bearer ${token}`;
    const request: RequestInit = {
      method,
      headers,
      credentials: this.base ? "omit" : "same-origin",
      cache: "no-store",
    };
    if (body !== undefined) request.body = JSON.stringify(body);
    if (signal) request.signal = signal;
    return fetch(`${this.base}/api/v1/${path}`, request).catch((cause: unknown) => {
      throw new Unreachable(String(cause));
    });
  }
}

function refusal(answer: Response, text: string): Refusal {
  const seconds = Number.parseFloat(answer.headers.get("Retry-After") ?? "");
  let detail = answer.statusText;
  try {
    const document = JSON.parse(text) as { detail?: string; title?: string };
    detail = document.detail ?? document.title ?? detail;
  } catch {
    // Not a problem document: something between us and the gateway answered.
  }
  return new Refusal(answer.status, detail, Number.isNaN(seconds) ? null : seconds);
}
