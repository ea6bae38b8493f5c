/** Reasons, each unfolding to the passages it rests on. */
import { html, nothing, type TemplateResult } from "lit";
import { titleFromId } from "../format";
import type { Evidence, Language, Reason } from "../types";
import { knows, nameOf, sayIn } from "../words";
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

const TERMS = ["vocabulary", "fact"];

/** What one line can name: passages that follow each other from one source, and all terms of one film. */
export function together(evidence: readonly Evidence[]): Evidence[][] {
  const groups: Evidence[][] = [];
  const same = (left: Evidence | undefined, right: Evidence) =>
    left?.film === right.film &&
    left.source === right.source &&
    left.author === right.author &&
    left.field === right.field;
  for (const each of evidence) {
    const near = TERMS.includes(each.source) ? groups : groups.slice(-1);
    const group = near.find(([first]) => same(first, each));
    if (group) group.push(each);
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
  const field = first.field && knows(language, `field.${first.field}`) ? nameOf(language, "field", first.field) : null;
  const source = field ?? first.author ?? nameOf(language, "source", first.source);
  const film = first.film && (names.get(first.film) ?? titleFromId(first.film));
  const from = film ? sayIn(language)("quote.of", { source, film }) : source;
  const term = ({ text }: Evidence) => html`<span>${names.get(`${language}:${text}`) ?? text}</span>`;
  return html`<figure>
    ${
      TERMS.includes(first.source)
        ? html`<p class="terms">${passages.map(term)}</p>`
        : passages.map((each) => html`<blockquote lang=${each.language ?? nothing}>${each.text}</blockquote>`)
    }
    <figcaption>${from}</figcaption>
  </figure>`;
}
