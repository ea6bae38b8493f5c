/** The field to write in: Enter sends, Shift+Enter makes a line. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { classMap } from "lit/directives/class-map.js";
import type { Language } from "../types";
import { sayIn } from "../words";
import { emit } from "./events";
import { icon } from "./icons";
import { canListen, listen } from "./voice";

const LIMIT = 1000;

export class UsherComposer extends LitElement {
  static override properties = {
    language: { attribute: false },
    voice: { attribute: false },
    text: { state: true },
    hearing: { state: true },
  };
  declare language: Language;
  /** Whether the person has switched speaking on. */
  declare voice: boolean;
  declare text: string;
  declare hearing: boolean;
  private stop: () => void = () => undefined;

  constructor() {
    super();
    this.text = "";
    this.voice = false;
    this.hearing = false;
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
        ${
          this.voice && canListen()
            ? html`<button type="button" class=${classMap({ mic: true, on: this.hearing })} aria-pressed=${this.hearing} aria-label=${words("mic")} title=${words("mic")} @click=${this.hear}>
              ${icon("mic")}
            </button>`
            : nothing
        }
        <button type="submit" class="send" aria-label=${words("send")} aria-disabled=${!this.ready}>${icon("send")}</button>
      </div>
      ${over > 0 ? html`<p class="over" id="over" role="alert">${words("long", { count: over })}</p>` : nothing}
    </form>`;
  }

  protected override updated(): void {
    const field = this.querySelector("textarea");
    if (!field || CSS.supports("field-sizing", "content")) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  }

  private get ready(): boolean {
    return this.text.trim() !== "" && [...this.text].length <= LIMIT;
  }

  private readonly hear = (): void => {
    if (this.hearing) return this.stop();
    this.hearing = true;
    const ended = (said: boolean) => {
      this.hearing = false;
      if (said && this.ready) this.submit(new Event("submit"));
      else this.focus();
    };
    this.stop = listen(this.language, (text) => (this.text = text), ended);
  };

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
