/** Film cards side by side: swiped by a finger, moved by arrow keys or by two buttons. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Film, Language } from "../types";
import { sayIn } from "../words";
import { icon } from "./icons";

export class UsherRow extends LitElement {
  static override properties = {
    films: { attribute: false },
    language: { attribute: false },
    names: { attribute: false },
    compact: { attribute: false },
    back: { state: true },
    on: { state: true },
  };
  declare films: Film[];
  declare language: Language;
  declare names: ReadonlyMap<string, string>;
  declare compact: boolean;
  declare back: boolean;
  declare on: boolean;
  private readonly watcher = new ResizeObserver(() => this.look());

  constructor() {
    super();
    this.compact = false;
    this.back = false;
    this.on = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watcher.disconnect();
  }

  protected override firstUpdated(): void {
    if (this.row) this.watcher.observe(this.row);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("films")) this.look();
  }

  protected override render(): TemplateResult {
    const words = sayIn(this.language);
    const single = this.films.length === 1;
    return html`
      <ul class="row ${single ? "single" : ""}" aria-label=${words("films")} tabindex=${single ? nothing : 0}
        @scroll=${this.look} @keydown=${this.move}>
        ${this.films.map(
          (film) =>
            html`<li><usher-film .film=${film} .language=${this.language} .names=${this.names} .compact=${this.compact}></usher-film></li>`,
        )}
      </ul>
      ${this.back ? this.turn("back", words("films.previous")) : nothing} ${this.on ? this.turn("on", words("films.next")) : nothing}
    `;
  }

  private get row(): HTMLElement | null {
    return this.querySelector(".row");
  }

  private turn(way: "back" | "on", label: string): TemplateResult {
    return html`<button type="button" class="turn ${way}" aria-label=${label} @click=${() => this.step(way === "on" ? 1 : -1)}>
      ${icon(way === "on" ? "right" : "left")}
    </button>`;
  }

  /** Shows or hides the two buttons, by what stands outside the row's frame. */
  private readonly look = (): void => {
    const row = this.row;
    if (!row) return;
    this.back = row.scrollLeft > 8;
    this.on = row.scrollLeft + row.clientWidth < row.scrollWidth - 8;
  };

  private readonly move = (event: KeyboardEvent): void => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!way || event.target !== this.row) return;
    event.preventDefault();
    this.step(way);
  };

  private step(way: number): void {
    const card = this.row?.firstElementChild as HTMLElement | null;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (card) this.row?.scrollBy({ left: way * (card.offsetWidth + 16), behavior: calm ? "auto" : "smooth" });
  }
}
