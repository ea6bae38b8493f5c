/** What the kinds of reply show beside words and film cards. */
import { html, nothing, type TemplateResult } from "lit";
import { titleAndYear } from "../format";
import type { Custom, Entry, Message } from "../types";
import type { Say } from "../words";
import { say } from "./events";
import { icon } from "./icons";
import { reasonList } from "./reasons";

const LISTED = /^\s*(\d+[.)]|[-–•*])\s/;

/** A reply's words, without the lists that are drawn beside them. */
export function wordsOf({ text, custom }: Message): string {
  const film = custom?.films?.[0];
  const drawn = custom?.films?.length || custom?.entries?.length;
  if (!custom || !drawn || custom.kind === "answer") return text;
  if (custom.kind === "comparison") return custom.shared?.length || custom.different?.length ? "" : text;
  const lines = text.split("\n").filter((line) => !LISTED.test(line));
  if (custom.kind === "film" && film) return lines[0]?.trim() === titleAndYear(film) ? "" : (lines[0] ?? "");
  return lines.join("\n").trim();
}

/** The parts of a reply that are neither words nor cards. */
export function moreOf(
  custom: Custom,
  words: Say,
  names: ReadonlyMap<string, string>,
  from: HTMLElement,
): TemplateResult | typeof nothing {
  if (custom.kind === "comparison") return comparison(custom, words, names);
  if (custom.kind === "taste" && custom.entries?.length) return shelf(custom.entries, words, from);
  if (custom.export) return html`<p class="words">${download(custom.export, words)}</p>`;
  return nothing;
}

function comparison(custom: Custom, words: Say, names: ReadonlyMap<string, string>): TemplateResult {
  const language = custom.language ?? "en";
  const part = (heading: string, reasons = custom.shared) =>
    reasons?.length
      ? html`<section class="side"><h2>${words(heading)}</h2>${reasonList(reasons, language, names)}</section>`
      : nothing;
  return html`<div class="sides">${part("shared")} ${part("different", custom.different)}</div>`;
}

/** What is remembered, each with the words it came from and the buttons to take it back. */
export function shelf(entries: readonly Entry[], words: Say, from: HTMLElement, brief = false): TemplateResult {
  const one = (entry: Entry) => html`<li class="entry ${entry.verdict ?? entry.shelf}">
    <span class="entry-mark" aria-hidden="true">${icon(MARKS[entry.verdict ?? entry.shelf] ?? "info")}</span>
    <span class="entry-words"><b><span class="unseen">${words(`entry.${entry.verdict ?? entry.shelf}`)}: </span>${entry.name}</b>
      ${entry.words ? html`<small>${words("entry.words", { words: entry.words })}</small>` : nothing}</span>
    ${entry.options.map(
      ({ label, payload }) =>
        html`<button type="button" class=${brief ? "tool" : "plain"} aria-label=${`${label}: ${entry.name}`} title=${label} @click=${() => say(from, label, payload)}>
          ${brief ? icon("close") : label}
        </button>`,
    )}
  </li>`;
  return html`<ul class="shelf">${entries.map(one)}</ul>`;
}

const MARKS: Record<string, Parameters<typeof icon>[0]> = {
  like: "heart",
  dislike: "close",
  seen: "check",
  watchlist: "list",
};

function download(data: object, words: Say): TemplateResult {
  return html`<button type="button" class="pill" @click=${() => save(data)}>${icon("down")}${words("download")}</button>`;
}

/** Hands the person a file with everything in it. */
export function save(data: unknown): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: "application/json" }));
  Object.assign(document.createElement("a"), { href: address, download: "usher.json" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
