/** The whole chat: it holds the conversation and puts the parts of the page together. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { chat, composer, welcome as welcomeStyles } from "../styles/chat";
import { film } from "../styles/film";
import { message } from "../styles/message";
import { panel } from "../styles/panel";
import { theme } from "../styles/theme";
import type { Conversation } from "../talk/conversation";
import type { Language, Message, Outgoing } from "../types";
import { sayIn, type Say } from "../words";
import type { UsherComposer } from "./composer";
import type { Saying } from "./events";
import { icon, mark } from "./icons";
import type { UsherPanel } from "./panel";
import { learn } from "./naming";
import { Scroll } from "./scroll";
import { canListen, canRead, hush } from "./voice";
import { welcome } from "./welcome";

const PAGE = 60;
const LONG_MS = 7000;

export class UsherChat extends LitElement {
  static override styles = [theme, chat, composer, welcomeStyles, message, film, panel];
  static override properties = {
    conversation: { attribute: false },
    language: { reflect: true },
    theme: { reflect: true },
    dark: { attribute: false },
    closable: { type: Boolean },
    first: { type: Boolean, reflect: true },
    away: { state: true },
    unread: { state: true },
    told: { state: true },
    shown: { state: true },
    slow: { state: true },
    voice: { state: true },
  };
  declare conversation: Conversation;
  declare language: Language;
  declare theme: "auto" | "dark" | "light";
  declare dark: boolean;
  /** Whether the chat stands in a frame that can be closed (the widget). */
  declare closable: boolean;
  declare first: boolean;
  declare away: boolean;
  declare unread: number;
  declare told: string;
  declare shown: number;
  declare slow: boolean;
  declare voice: boolean;
  private readonly scroll_ = new Scroll(this);
  private readonly names = new Map<string, string>();
  private counted = 0;
  private timer = 0;
  private link = "starting";

  constructor() {
    super();
    this.language = "en";
    this.theme = "auto";
    this.dark = false;
    this.closable = false;
    this.first = false;
    this.away = false;
    this.unread = 0;
    this.told = "";
    this.shown = PAGE;
    this.slow = false;
    this.voice = false;
  }

  override focus(): void {
    this.renderRoot.querySelector<UsherComposer>("usher-composer")?.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("conversation")) this.conversation.addEventListener("change", this.follow);
    const { messages, outbox, link } = this.conversation;
    this.first = link !== "starting" && !messages.length && !outbox.length;
  }

  protected override updated(changed: PropertyValues): void {
    this.watchTime();
    this.scroll_.settle();
    if (changed.has("language") || changed.has("theme")) this.dispatchEvent(new Event("usher-settings"));
  }

  protected override render(): TemplateResult {
    const words = sayIn(this.language);
    return html`
      ${this.head(words)} ${this.connection(words)}
      <div class="main" role=${this.closable ? nothing : "main"} @usher-say=${this.say} @usher-resend=${this.resend} @usher-discard=${this.discard} @usher-tell=${this.tell}>
        <div class="room">
          <div class="log" role="log" aria-label=${words("conversation")} tabindex="0" @scroll=${this.scroll_.scrolled}>
            <div class="flow">${this.first ? welcome(words, this.take) : this.timeline(words)} ${this.typing(words)}</div>
          </div>
          ${this.away && !this.first ? this.newer(words) : nothing}
        </div>
        ${this.voice ? html`<p class="hint">${words("voice.notice")}</p>` : nothing}
        <usher-composer .language=${this.language} .voice=${this.voice}></usher-composer>
      </div>
      <usher-panel .conversation=${this.conversation} .language=${this.language} @usher-say=${this.say}></usher-panel>
      <div class="unseen" role="status">${this.told}</div>
    `;
  }

  private head(words: Say): TemplateResult {
    return html`<header>
      <h1 class="mark">${mark()}${words("name")}</h1>
      ${
        canListen() || canRead()
          ? html`<button type="button" class="tool" aria-pressed=${this.voice} aria-label=${words("voice")} title=${words("voice")} @click=${this.speakUp}>
            ${icon("voice")}
          </button>`
          : nothing
      }
      <button type="button" class="tool" aria-haspopup="dialog" aria-label=${words("panel")} title=${words("panel")} @click=${this.showPanel}>
        ${icon("list")}
      </button>
      <button type="button" class="tool" lang=${this.other} aria-label=${words("language")} title=${words("language")} @click=${this.swap}>
        ${words("language.short")}
      </button>
      <button type="button" class="tool" aria-label=${words(this.dark ? "theme.light" : "theme.dark")} title=${words(this.dark ? "theme.light" : "theme.dark")} @click=${this.turn}>
        ${icon(this.dark ? "sun" : "moon")}
      </button>
      ${
        this.closable
          ? html`<button type="button" class="tool" aria-label=${words("close")} title=${words("close")} @click=${() => this.dispatchEvent(new Event("usher-close"))}>
            ${icon("close")}
          </button>`
          : nothing
      }
    </header>`;
  }

  private connection(words: Say): TemplateResult {
    const { link, troubled } = this.conversation;
    const state = link === "online" && troubled ? "troubled" : link;
    const shown = state === "online" ? "" : words(`link.${state}`);
    return html`<div role="status">${shown ? html`<p class="link ${link}">${shown}</p>` : nothing}</div>`;
  }

  private timeline(words: Say): TemplateResult {
    const { messages, outbox, link } = this.conversation;
    const from = Math.max(0, messages.length - this.shown);
    const lastSaid = messages.findLastIndex(({ author }) => author === "person");
    const one = (item: Message | Outgoing, place: number) =>
      "sequence" in item
        ? html`<usher-message class=${item.sequence > this.counted ? "arrives" : ""} .message=${item} .outgoing=${null} .language=${this.language}
            .names=${this.names} .voice=${this.voice} .latest=${!outbox.length && from + place > lastSaid}></usher-message>`
        : html`<usher-message .message=${null} .outgoing=${item} .language=${this.language} .names=${this.names} .offline=${link === "offline"}></usher-message>`;
    const key = (item: Message | Outgoing) => ("sequence" in item ? (item.id ?? item.sequence) : item.id);
    return html`${
      from > 0 || this.conversation.earliest
        ? html`<button type="button" class="pill earlier" @click=${this.earlier}>${words("earlier")}</button>`
        : nothing
    }
      ${repeat([...messages.slice(from), ...outbox], key, one)}`;
  }

  private typing(words: Say): TemplateResult {
    const waiting = !this.first && this.conversation.waiting;
    const said = this.conversation.troubled ? "typing.troubled" : this.slow ? "typing.long" : "typing";
    return html`<div class="typing" role="status" ?hidden=${!waiting}>
      ${waiting ? html`<span class="torches" aria-hidden="true"><i></i><i></i><i></i></span>${words(said)}` : nothing}
    </div>`;
  }

  /** After a while of waiting the page says that it knows. */
  private watchTime(): void {
    if (this.conversation.waiting === (this.timer !== 0)) return;
    clearTimeout(this.timer);
    this.slow = false;
    this.timer = this.conversation.waiting ? window.setTimeout(() => (this.slow = true), LONG_MS) : 0;
  }

  private newer(words: Say): TemplateResult {
    const count = this.unread ? html`<span class="count" aria-hidden="true">${this.unread}</span>` : nothing;
    return html`<button type="button" class="newer ${this.unread ? "" : "quiet"}" @click=${() => this.scroll_.toEnd(true)}>
      ${icon("down")}<span class=${this.unread ? "" : "unseen"}>${words("new")}</span>${count}
    </button>`;
  }

  private get other(): Language {
    return this.language === "en" ? "de" : "en";
  }

  private readonly follow = (): void => {
    const { messages, link } = this.conversation;
    if (this.link === "offline" && link === "online") this.told = sayIn(this.language)("link.online");
    this.link = link;
    const fresh = messages.filter(({ sequence }) => sequence > this.counted);
    for (const { custom } of fresh)
      for (const found of custom?.films ?? []) learn(this.names, found, custom?.language ?? this.language);
    const answers = fresh.filter(({ author }) => author === "bot").length;
    if (this.counted && this.away) this.unread += answers;
    if (fresh.length) this.scroll_.arrived(this.counted > 0 && answers > 0);
    this.requestUpdate();
    // Only what arrives after the first look is animated and counted.
    void this.updateComplete.then(() => (this.counted = messages.at(-1)?.sequence ?? 0));
  };

  private readonly take = (text: string): void => this.speak({ text, payload: null });
  private readonly say = (event: CustomEvent<Saying>): void => {
    event.stopPropagation();
    this.speak(event.detail);
  };

  private speak({ text, payload }: Saying): void {
    this.conversation.send(text, this.language, payload);
    this.scroll_.toEnd(false);
    this.told = "";
    void this.keepFocus();
  }

  /** A pressed example or suggestion goes away: whoever works by keyboard must not be thrown to the top of the page. */
  private async keepFocus(): Promise<void> {
    const root = this.shadowRoot;
    if (!root?.activeElement) return;
    await this.updateComplete;
    requestAnimationFrame(() => {
      if (root.activeElement) return;
      const touch = !matchMedia("(pointer: fine)").matches;
      if (touch) root.querySelector<HTMLElement>(".log")?.focus({ preventScroll: true });
      else this.focus();
    });
  }

  private readonly speakUp = (): void => {
    this.voice = !this.voice;
    if (!this.voice) hush();
  };

  private readonly showPanel = (): void => this.renderRoot.querySelector<UsherPanel>("usher-panel")?.show();
  private readonly resend = (event: CustomEvent<string>): void => this.conversation.resend(event.detail);
  private readonly discard = (event: CustomEvent<string>): void => this.conversation.discard(event.detail);
  private readonly tell = (event: CustomEvent<string>): void => void (this.told = event.detail);
  private readonly swap = (): void => void (this.language = this.other);
  private readonly turn = (): void => void (this.theme = this.dark ? "light" : "dark");
  private readonly earlier = async (): Promise<void> => {
    const { messages, earliest } = this.conversation;
    if (earliest && messages.length < this.shown + PAGE) await this.conversation.earlier();
    this.scroll_.hold();
    this.shown += PAGE;
  };
}
