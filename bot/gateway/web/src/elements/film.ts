/** One film as a card: poster, facts, synopsis, reasons with their quotations, and what to do with it. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { classMap } from "lit/directives/class-map.js";
import { genresText, runtimeText, teaser, titleAndYear } from "../format";
import { poster } from "../poster/poster";
import { ownAddress } from "../settings";
import type { Film, Language, Option } from "../types";
import { sayIn, type Say } from "../words";
import { actOf, say } from "./events";
import { icon } from "./icons";
import { reasonList } from "./reasons";

export class UsherFilm extends LitElement {
  static override properties = {
    film: { attribute: false },
    language: { attribute: false },
    names: { attribute: false },
    compact: { attribute: false },
    open: { state: true },
    done: { state: true },
    broken: { state: true },
  };
  declare film: Film;
  declare language: Language;
  /** Titles of the films this conversation has shown, by id, for naming where a quotation comes from. */
  declare names: ReadonlyMap<string, string>;
  /** Whether the card only says which film is meant. */
  declare compact: boolean;
  declare open: boolean;
  declare done: ReadonlySet<string>;
  declare broken: boolean;

  constructor() {
    super();
    this.compact = false;
    this.open = false;
    this.done = new Set();
    this.broken = false;
  }

  // The card lives in the chat's own tree, so that one set of styles serves a thousand of them.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const words = sayIn(this.language);
    const film = this.film;
    return html`<article class=${classMap({ film: true, compact: this.compact })} aria-label=${film.title}>
      <div class="top">${this.picture()}${this.facts(words)}</div>
      ${this.heart(words)} ${this.synopsis(words)} ${this.caveat(words)} ${this.reasons(words)}
      <div class="acts">${this.options(words).map((option, place) => this.button(option, place))}</div>
    </article>`;
  }

  private picture(): TemplateResult {
    const address = this.broken ? null : ownAddress(this.film.poster);
    // The drawn poster stands behind the picture, for as long as that loads and in case it never does.
    return html`<div class="poster">
      <svg viewBox="0 0 200 300" aria-hidden="true" focusable="false">${poster(this.film)}</svg>
      ${
        address
          ? html`<img src=${address} alt="" loading="lazy" decoding="async" width="200" height="300" @error=${() => (this.broken = true)} />`
          : nothing
      }
    </div>`;
  }

  private facts(words: Say): TemplateResult {
    const film = this.film;
    const fsk = film.certificate?.["fsk"];
    const original = film.original_title && film.original_title !== film.title ? film.original_title : null;
    return html`<div class="facts">
      <h2>${film.title} ${film.year ? html`<span class="year">(${film.year})</span>` : nothing}</h2>
      ${original ? html`<p class="original">${original}</p>` : nothing}
      <p>
        ${[
          film.labels?.runtime ?? runtimeText(film.runtime, words),
          fsk === null || fsk === undefined ? "" : words("certificate.fsk", { age: fsk }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p>${genresText(film, this.language)}</p>
      ${film.directors.length ? html`<p>${words("directed", { names: film.directors.join(", ") })}</p>` : nothing}
    </div>`;
  }

  private heart(words: Say): TemplateResult | typeof nothing {
    const option = this.film.options?.find(({ payload }) => isWatch(payload));
    if (!option) return nothing;
    const unwatch = actOf(option.payload) === "unwatch";
    const on = unwatch !== this.done.has(option.payload);
    const label = words(on ? "watch.remove" : "watch.add", { title: this.film.title });
    return html`<button type="button" class=${classMap({ heart: true, on })} aria-label=${label} title=${label} @click=${() => this.love(option, words)}>
      ${icon("heart")}
    </button>`;
  }

  /** The heart's button is good once; afterwards the opposite is said in words. */
  private love(option: Option, words: Say): void {
    if (!this.done.has(option.payload)) return this.press(option);
    this.done = new Set([...this.done].filter((payload) => payload !== option.payload));
    const back = actOf(option.payload) === "watch" ? "watch.remove.text" : "watch.add.text";
    say(this, words(back, { title: titleAndYear(this.film) }), "");
  }

  private synopsis(words: Say): TemplateResult | typeof nothing {
    if (this.compact) return nothing;
    const text = this.film.synopsis ?? "";
    const { short, cut } = teaser(text);
    const more = this.details(words);
    if (!text && !more.length) return nothing;
    const toggle = html`<button type="button" class="plain" aria-expanded=${this.open} @click=${() => (this.open = !this.open)}>
      ${words(this.open ? "synopsis.less" : "synopsis.more")}
    </button>`;
    return html`<div class="synopsis">
      <p><span lang=${this.film.synopsis_language ?? this.language}>${this.open ? text : short}</span> ${this.open ? nothing : cut || more.length ? toggle : nothing}</p>
      ${this.open ? html`${more.map((line) => html`<p class="detail">${line}</p>`)}<p>${toggle}</p>` : nothing}
    </div>`;
  }

  /** What stands behind "Read on" beside the whole synopsis. */
  private details(words: Say): string[] {
    const { cast = [], where = [], content_notes = [], labels } = this.film;
    const line = (key: string, names: string[]) => (names.length ? [words(key, { names: names.join(", ") })] : []);
    const players = cast.slice(0, 6).map(({ name, role }) => (role ? `${name} (${role})` : name));
    return [
      ...line("cast", players),
      ...line("where", [...new Set(where.map(({ provider }) => provider))]),
      ...line("content", labels?.content_notes ?? content_notes),
    ];
  }

  private caveat(words: Say): TemplateResult | typeof nothing {
    if (!this.film.caveat) return nothing;
    return html`<p class="caveat">${icon("info")}<span><span class="unseen">${words("caveat")}: </span>${this.film.caveat}</span></p>`;
  }

  private reasons(words: Say): TemplateResult | typeof nothing {
    if (!this.film.reasons.length) return nothing;
    return html`<div class="reasons">
      <h3>${words("reasons")}</h3>
      ${reasonList(this.film.reasons, this.language, this.names)}
    </div>`;
  }

  /** The card's buttons; "Why?" comes first and is always there. */
  private options(words: Say): Option[] {
    const given = (this.film.options ?? []).filter(({ payload }) => !isWatch(payload));
    const isWhy = ({ label, payload }: Option) => actOf(payload) === "why" || label === words("why");
    const why = given.find(isWhy) ?? {
      label: words("why"),
      payload: words("why.text", { title: titleAndYear(this.film) }),
    };
    return [why, ...given.filter((option) => !isWhy(option))];
  }

  private button(option: Option, place: number): TemplateResult {
    const done = this.done.has(option.payload) && place > 0;
    return html`<button type="button" class=${classMap({ pill: true, first: !place, done })} @click=${() => this.press(option)}>
      ${done ? icon("check") : nothing}${option.label}
    </button>`;
  }

  private press(option: Option): void {
    this.done = new Set([...this.done, option.payload]);
    say(this, option.label, option.payload);
  }
}

function isWatch(payload: string): boolean {
  return ["watch", "unwatch"].includes(actOf(payload) ?? "");
}
