/** Reasons, each unfolding to the passages it rests on. */
import { html, nothing, type TemplateResult } from "lit";
import { titleFromId } from "../format";
import type { Evidence, Language, Reason } from "../types";
import { nameOf, sayIn } from "../words";
import { icon } from "./icons";

export function reasonList(
  reasons: readonly Reason[],
  language: Language,
  names: ReadonlyMap<string, string>,
): TemplateResult {
  return html`${reasons.map((reason) => one(reason, language, names))}`;
}

function one(reason: Reason, language: Language, names: ReadonlyMap<string, string>): TemplateResult {
  if (!reason.evidence.length) return html`<p class="reason">${reason.text}</p>`;
  return html`<div class="reason">
    <details>
      <summary><span>${reason.text}</span>${icon("chevron")}</summary>
      ${together(reason.evidence).map((passages) => quotation(passages, language, names))}
    </details>
  </div>`;
}

/** Passages that follow each other from one source share one line that names it. */
export function together(evidence: readonly Evidence[]): Evidence[][] {
  const groups: Evidence[][] = [];
  for (const each of evidence) {
    const last = groups.at(-1)?.[0];
    const same = last && last.film === each.film && last.source === each.source && last.author === each.author;
    if (same) groups.at(-1)?.push(each);
    else groups.push([each]);
  }
  return groups;
}

function quotation(
  passages: readonly Evidence[],
  language: Language,
  names: ReadonlyMap<string, string>,
): TemplateResult {
  const [first] = passages as [Evidence];
  const source = first.author ?? nameOf(language, "source", first.source);
  const film = first.film && (names.get(first.film) ?? titleFromId(first.film));
  const from = film ? sayIn(language)("quote.of", { source, film }) : source;
  const terms = ["vocabulary", "fact"].includes(first.source);
  return html`<figure>
    ${
      terms
        ? html`<p class="terms">${passages.map(({ text }) => html`<span>${text}</span>`)}</p>`
        : passages.map((each) => html`<blockquote lang=${each.language ?? nothing}>${each.text}</blockquote>`)
    }
    <figcaption>${from}</figcaption>
  </figure>`;
}
