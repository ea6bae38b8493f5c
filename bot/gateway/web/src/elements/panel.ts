/** What Usher remembers of the person, to look at and to take back. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Conversation } from "../talk/conversation";
import type { Entry, Language } from "../types";
import { sayIn, type Say } from "../words";
import { say } from "./events";
import { icon } from "./icons";
import { save, shelf } from "./kinds";

const PARTS = ["watchlist", "like", "dislike", "seen"] as const;

export class UsherPanel extends LitElement {
  static override properties = {
    conversation: { attribute: false },
    language: { attribute: false },
    entries: { state: true },
    failed: { state: true },
  };
  declare conversation: Conversation;
  declare language: Language;
  declare entries: Entry[] | null;
  declare failed: boolean;

  constructor() {
    super();
    this.entries = null;
    this.failed = false;
    this.addEventListener("usher-say", this.taken);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  show(): void {
    void this.load();
    this.dialog?.showModal();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("conversation")) this.conversation.addEventListener("change", this.follow);
  }

  protected override render(): TemplateResult {
    const words = sayIn(this.language);
    return html`<dialog class="panel" aria-label=${words("panel")} @click=${this.outside}>
      <div class="panel-body">
        <div class="panel-head">
          <h2>${words("panel")}</h2>
          <button type="button" class="tool" aria-label=${words("close")} @click=${this.close}>${icon("close")}</button>
        </div>
        ${this.content(words)}
      </div>
    </dialog>`;
  }

  private content(words: Say): TemplateResult {
    if (this.failed) return html`<p role="alert">${words("panel.failed")}</p>`;
    if (!this.entries) return html`<p role="status">${words("link.starting")}</p>`;
    const part = (name: (typeof PARTS)[number]) => {
      const entries = this.entries?.filter((entry) => (entry.verdict ?? entry.shelf) === name) ?? [];
      return entries.length
        ? html`<section><h3>${words(`entry.${name}`)}</h3>${shelf(entries, words, this, true)}</section>`
        : nothing;
    };
    return html`
      ${this.entries.length ? PARTS.map(part) : html`<p class="panel-empty">${words("panel.empty")}</p>`}
      <div class="panel-foot">
        <button type="button" class="pill" @click=${this.download}>${icon("down")}${words("panel.download")}</button>
        <button type="button" class="pill" @click=${() => this.ask(words("panel.forget.text"))}>${words("panel.forget")}</button>
      </div>
    `;
  }

  private get dialog(): HTMLDialogElement | null {
    return this.querySelector("dialog");
  }

  private async load(): Promise<void> {
    try {
      this.entries = await this.conversation.remembered();
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  /** An answer may have changed what is remembered. */
  private readonly follow = (): void => {
    if (this.dialog?.open) void this.load();
  };

  private readonly close = (): void => this.dialog?.close();

  private readonly outside = (event: MouseEvent): void => {
    if (event.target === this.dialog) this.close();
  };

  /** A pressed entry goes at once; the answer in the conversation confirms it. */
  private readonly taken = (event: CustomEvent<{ payload: string | null }>): void => {
    const { payload } = event.detail;
    this.entries = this.entries?.filter((entry) => !entry.options.some((option) => option.payload === payload)) ?? null;
  };

  private readonly download = async (): Promise<void> => {
    save(await this.conversation.export());
  };

  private ask(text: string): void {
    this.close();
    say(this, text, "");
  }
}
