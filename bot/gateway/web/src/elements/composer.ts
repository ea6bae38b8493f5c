/** The field to write in: Enter sends, Shift+Enter makes a line. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Language } from "../types";
import { sayIn } from "../words";
import { emit } from "./events";
import { icon } from "./icons";

const LIMIT = 1000;

export class UsherComposer extends LitElement {
  static override properties = { language: { attribute: false }, text: { state: true } };
  declare language: Language;
  declare text: string;

  constructor() {
    super();
    this.text = "";
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override focus(): void {
    this.querySelector("textarea")?.focus();
  }

  /** Puts words into the field, to be changed before they are sent. */
  fill(text: string): void {
    this.text = text;
    this.focus();
  }

  protected override render(): TemplateResult {
    const words = sayIn(this.language);
    const over = [...this.text].length - LIMIT;
    return html`<form class="composer" @submit=${this.submit}>
      <div class="field">
        <textarea
          id="message" rows="1" aria-label=${words("message")} placeholder=${words("placeholder")} autocomplete="off"
          enterkeyhint="send" aria-describedby=${over > 0 ? "over" : nothing} aria-invalid=${over > 0 ? "true" : nothing}
          .value=${this.text} @input=${this.write} @keydown=${this.key}
        ></textarea>
        <button type="submit" class="send" aria-label=${words("send")} aria-disabled=${!this.ready}>${icon("send")}</button>
      </div>
      ${over > 0 ? html`<p class="over" id="over" role="alert">${words("long", { count: over })}</p>` : nothing}
    </form>`;
  }

  private get ready(): boolean {
    return this.text.trim() !== "" && [...this.text].length <= LIMIT;
  }

  private readonly write = (event: Event): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
  };

  private readonly key = (event: KeyboardEvent): void => {
    // While an input method composes a word, Enter chooses it and must not send.
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.submit(event);
  };

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    if (!this.ready) return;
    emit(this, "usher-say", { text: this.text.trim(), payload: null });
    this.text = "";
  };
}
