/** Reasons, each unfolding to the passages it rests on. */
import { html, nothing, type TemplateResult } from "lit";
import { titleFromId } from "../format";
import type { Evidence, Language, Reason } from "../types";
import { nameOf, sayIn } from "../words";
import { icon } from "./icons";

export function reasonList(reasons: readonly Reason[], language: Language, names: ReadonlyMap<string, string>): TemplateResult {
  return html`${reasons.map((reason) => one(reason, language, names))}`;
}

function one(reason: Reason, language: Language, names: ReadonlyMap<string, string>): TemplateResult {
  if (!reason.evidence.length) return html`<p class="reason">${reason.text}</p>`;
  return html`<div class="reason">
    <details>
      <summary><span>${reason.text}</span>${icon("chevron")}</summary>
      ${reason.evidence.map((evidence) => quotation(evidence, language, names))}
    </details>
  </div>`;
}

function quotation(evidence: Evidence, language: Language, names: ReadonlyMap<string, string>): TemplateResult {
  const source = evidence.author ?? nameOf(language, "source", evidence.source);
  const film = evidence.film && (names.get(evidence.film) ?? titleFromId(evidence.film));
  const from = film ? sayIn(language)("quote.of", { source, film }) : source;
  return html`<figure>
    <blockquote lang=${evidence.language ?? nothing}>${evidence.text}</blockquote>
    <figcaption>${from}</figcaption>
  </figure>`;
}
