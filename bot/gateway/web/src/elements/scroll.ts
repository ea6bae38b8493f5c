/** Where the conversation is scrolled to: it follows what is new unless the person has gone up to read. */

export interface Scrolled {
  readonly renderRoot: HTMLElement | DocumentFragment;
  away: boolean;
  unread: number;
}

const NEAR = 90;

export class Scroll {
  private stick = true;
  private next: "end" | "answer" | null = "end";
  private smooth = false;
  private held: number | null = null;
  /** Where the last answer was put; further down than that, nobody has gone away. */
  private placed = Infinity;
  private moving = 0;
  private lastTop = 0;

  constructor(private readonly host: Scrolled) {}

  /** Something new is there; `answer` says whether it is an answer, of which the beginning should be seen. */
  arrived(answer: boolean): void {
    if (this.stick) this.next = answer ? "answer" : "end";
    this.smooth = answer;
  }

  toEnd(smooth: boolean): void {
    this.stick = true;
    this.next = "end";
    this.smooth = smooth;
    this.host.unread = 0;
    if (smooth) this.settle();
  }

  /** Keeps what is on the screen where it is while older messages are put above it. */
  hold(): void {
    const log = this.log;
    if (log) this.held = log.scrollHeight - log.scrollTop;
  }

  /** After the page was drawn: goes where it should. */
  settle(): void {
    const log = this.log;
    if (!log) return;
    requestAnimationFrame(() => {
      if (this.held !== null) log.scrollTop = log.scrollHeight - this.held;
      else if (this.next) this.go(log, this.next);
      this.held = null;
      this.next = null;
      this.judge(log);
    });
  }

  readonly scrolled = (): void => {
    if (this.log) this.judge(this.log);
  };

  private go(log: HTMLElement, where: "end" | "answer"): void {
    const end = log.scrollHeight - log.clientHeight;
    const asked = [...log.querySelectorAll<HTMLElement>(".person")].at(-1);
    const question = asked
      ? asked.getBoundingClientRect().top - log.getBoundingClientRect().top + log.scrollTop - 12
      : end;
    const calm = !this.smooth || matchMedia("(prefers-reduced-motion: reduce)").matches;
    const top = where === "answer" ? Math.min(end, question) : end;
    this.placed = top;
    this.moving = calm ? 0 : performance.now() + 700;
    log.scrollTo({ top, behavior: calm ? "auto" : "smooth" });
  }

  private judge(log: HTMLElement): void {
    const end = log.scrollHeight - log.clientHeight;
    const away = Math.min(end, this.placed) - log.scrollTop > NEAR;
    const upwards = log.scrollTop < this.lastTop - 1;
    this.lastTop = log.scrollTop;
    // While a smooth scroll is under way the page is not where it goes yet, unless somebody turns it back.
    if (away && !upwards && performance.now() < this.moving) return;
    if (upwards) this.moving = 0;
    this.host.away = away;
    this.stick = !away;
    if (!away) this.host.unread = 0;
  }

  private get log(): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>(".log");
  }
}
