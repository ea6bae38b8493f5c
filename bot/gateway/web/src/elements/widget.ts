/** Usher on somebody else's page: a round button that opens the chat. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { keep, recall } from "../settings";
import { widget } from "../styles/widget";
import type { Conversation } from "../talk/conversation";
import type { Language } from "../types";
import { sayIn } from "../words";
import type { UsherChat } from "./chat";
import { mark } from "./icons";

export class UsherWidget extends LitElement {
  static override styles = widget;
  static override properties = {
    language: { state: true },
    theme: { reflect: true },
    dark: { state: true },
    open: { state: true },
    unread: { state: true },
    conversation: { state: true },
  };
  declare language: Language;
  declare theme: UsherChat["theme"];
  declare dark: boolean;
  declare open: boolean;
  declare unread: number;
  declare conversation: Conversation | null;
  /** Makes the connection; called when the chat is first opened, and not before. */
  connect: () => Conversation = () => {
    throw new Error("the widget was not wired");
  };

  constructor() {
    super();
    this.language = "en";
    this.theme = "auto";
    this.dark = false;
    this.open = false;
    this.unread = 0;
    this.conversation = null;
  }

  /** Connects without opening, for someone who has talked before and may have an answer waiting. */
  resume(): void {
    if (this.conversation) return;
    this.conversation = this.connect();
    this.conversation.addEventListener("change", this.count);
  }

  show(): void {
    this.resume();
    this.open = true;
  }

  hide(): void {
    this.open = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("theme"))
      this.dark =
        this.theme === "dark" || (this.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("open") || changed.get("open") === undefined) return;
    this.count();
    const into = this.open ? this.chat : this.renderRoot.querySelector<HTMLElement>(".launch");
    requestAnimationFrame(() => into?.focus());
  }

  protected override render(): TemplateResult {
    const words = sayIn(this.language);
    const label = this.unread ? words("widget.unread", { count: this.unread }) : words("widget.open");
    return html`
      <button type="button" class="launch" aria-label=${label} title=${label} aria-expanded=${this.open} ?hidden=${this.open} @click=${this.show}>
        ${mark()}${this.unread ? html`<span class="badge" aria-hidden="true">${this.unread}</span>` : nothing}
      </button>
      <div class="frame" role="dialog" aria-label=${words("name")} ?hidden=${!this.open} @keydown=${this.key}>
        ${
          this.conversation
            ? html`<usher-chat closable .conversation=${this.conversation} .language=${this.language} .theme=${this.theme} .dark=${this.dark}
              @usher-close=${this.hide} @usher-settings=${this.adopt}></usher-chat>`
            : nothing
        }
      </div>
    `;
  }

  private get chat(): UsherChat | null {
    return this.renderRoot.querySelector<UsherChat>("usher-chat");
  }

  private readonly count = (): void => {
    const messages = this.conversation?.messages ?? [];
    const last = messages.at(-1)?.sequence;
    if (this.open && last) keep("seen", String(last));
    const seen = Number(recall("seen") ?? 0);
    this.unread = this.open ? 0 : messages.filter(({ author, sequence }) => author === "bot" && sequence > seen).length;
  };

  private readonly adopt = (): void => {
    if (!this.chat) return;
    if (this.chat.language !== this.language) keep("language", this.chat.language);
    if (this.chat.theme !== this.theme) keep("theme", this.chat.theme);
    [this.language, this.theme] = [this.chat.language, this.chat.theme];
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (event.key === "Escape") this.hide();
  };
}
