/** The first screen: what one can say here, as tickets to take. */
import { html, type TemplateResult } from "lit";
import type { Say } from "../words";
import { icon } from "./icons";

const EXAMPLES = ["1", "2", "3", "4"];

export function welcome(words: Say, take: (text: string) => void): TemplateResult {
  const ticket = (name: string) => {
    const text = words(`example.${name}.text`);
    return html`<li>
      <button type="button" class="ticket" aria-label=${text} @click=${() => take(text)}>
        <span class="ticket-words"><small>${words(`example.${name}.label`)}</small><span>${text}</span></span>
        <span class="stub">${icon("right")}</span>
      </button>
    </li>`;
  };
  return html`<section class="welcome" aria-labelledby="welcome">
    <h2 id="welcome">${words("welcome.heading")}</h2>
    <p>${words("welcome.text")}</p>
    <ul class="tickets" aria-label=${words("welcome.examples")}>${EXAMPLES.map(ticket)}</ul>
  </section>`;
}
