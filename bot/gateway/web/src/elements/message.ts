/** One message of the conversation, either author's, with what it shows. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { listAsText, timeText } from "../format";
import type { Film, Language, Message, Outgoing } from "../types";
import { sayIn, type Say } from "../words";
import { emit, say } from "./events";
import { icon } from "./icons";
import { moreOf, wordsOf } from "./kinds";
import { canRead, read } from "./voice";

export class UsherMessage extends LitElement {
  static override properties = {
    message: { attribute: false },
    outgoing: { attribute: false },
    language: { attribute: false },
    names: { attribute: false },
    latest: { attribute: false },
    offline: { attribute: false },
    voice: { attribute: false },
  };
  /** What the gateway has numbered, or what is still on its way there. */
  declare message: Message | null;
  declare outgoing: Outgoing | null;
  declare language: Language;
  declare names: ReadonlyMap<string, string>;
  /** Whether it belongs to the last answer: only there do suggestions make sense. */
  declare latest: boolean;
  declare offline: boolean;
  declare voice: boolean;

  constructor() {
    super();
    this.message = null;
    this.outgoing = null;
    this.latest = false;
    this.offline = false;
    this.voice = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const words = sayIn(this.language);
    if (this.outgoing) return this.onItsWay(this.outgoing, words);
    if (!this.message) return nothing;
    return this.message.author === "person" ? this.said(this.message, words) : this.answered(this.message, words);
  }

  private said(message: Message, words: Say): TemplateResult {
    return html`<div class="person">
      <p class="bubble"><span class="unseen">${words("you")}: </span>${message.text}</p>
      <div class="meta">${this.time(message.time)}<span title=${words("state.sent")}>${icon("check")}<span class="unseen">${words("state.sent")}</span></span></div>
    </div>`;
  }

  private onItsWay(outgoing: Outgoing, words: Say): TemplateResult {
    const failed = outgoing.state === "failed";
    const state = outgoing.state === "sent" ? "state.sent" : this.offline ? "state.waiting" : "state.sending";
    const fine = html`${this.time(outgoing.at)}<span title=${words(state)}>${icon(outgoing.state === "sent" ? "check" : "clock")}<span class="unseen">${words(state)}</span></span>`;
    const wrong = html`${icon("alert")}<span>${words("state.failed")} ${outgoing.problem ? words(outgoing.problem) : nothing}</span>
      <button type="button" class="plain" @click=${() => emit(this, "usher-resend", outgoing.id)}>${words("resend")}</button>
      <button type="button" class="plain" @click=${() => emit(this, "usher-discard", outgoing.id)}>${words("discard")}</button>`;
    return html`<div class="person pending">
      <p class="bubble"><span class="unseen">${words("you")}: </span>${outgoing.text}</p>
      <div class="meta ${failed ? "failed" : ""}">${failed ? wrong : fine}</div>
    </div>`;
  }

  private answered(message: Message, words: Say): TemplateResult {
    const custom = message.custom;
    const films = custom?.films ?? [];
    const language = custom?.language ?? this.language;
    const text = wordsOf(message);
    const compact = custom?.kind === "answer" || custom?.kind === "comparison";
    return html`<div class="bot kind-${custom?.kind ?? "answer"}" lang=${language}>
      ${text ? html`<p class="words"><span class="unseen">${words("name")}: </span>${text}</p>` : nothing}
      ${
        films.length
          ? html`<usher-row .films=${films} .language=${language} .names=${this.names} .compact=${compact}></usher-row>`
          : nothing
      }
      ${custom ? moreOf(custom, sayIn(language), this.names, this) : nothing} ${this.suggestions(message, words)}
      <div class="meta">${this.time(message.time)}${films.length > 1 ? this.copying(films, words) : nothing}${
        this.voice && canRead()
          ? html`<button type="button" class="plain" @click=${() => read(message.text, language)}>${icon("voice")}${words("read")}</button>`
          : nothing
      }</div>
    </div>`;
  }

  private suggestions(message: Message, words: Say): TemplateResult | typeof nothing {
    const options = message.custom?.options ?? [];
    if (!this.latest || !options.length) return nothing;
    return html`<div class="quick" role="group" aria-label=${words("quick")}>
      ${options.map(
        ({ label, payload }) =>
          html`<button type="button" class="pill" @click=${() => say(this, label, payload)}>${label}</button>`,
      )}
    </div>`;
  }

  private copying(films: Film[], words: Say): TemplateResult {
    const text = () => listAsText(films, words, this.language);
    const share = "share" in navigator;
    // Both need a secure page (https, or this very machine).
    return html`${
      "clipboard" in navigator
        ? html`<button type="button" class="plain" @click=${() => this.copy(text())}>${icon("copy")}${words("copy")}</button>`
        : nothing
    }
      ${
        share
          ? html`<button type="button" class="plain" @click=${() => navigator.share({ text: text() }).catch(() => undefined)}>${icon("share")}${words("share")}</button>`
          : nothing
      }`;
  }

  private async copy(text: string): Promise<void> {
    await navigator.clipboard.writeText(text);
    emit(this, "usher-tell", sayIn(this.language)("copied"));
  }

  private time(iso: string | null | undefined): TemplateResult | typeof nothing {
    const shown = timeText(iso, this.language);
    return shown ? html`<time datetime=${iso ?? ""}>${shown}</time>` : nothing;
  }
}
