/** Names the page's elements, once, also where two scripts bring them. */
import { UsherChat } from "./elements/chat";
import { UsherComposer } from "./elements/composer";
import { UsherFilm } from "./elements/film";
import { UsherMessage } from "./elements/message";
import { UsherPanel } from "./elements/panel";
import { UsherRow } from "./elements/row";

export function register(): void {
  const elements = {
    "usher-film": UsherFilm,
    "usher-row": UsherRow,
    "usher-message": UsherMessage,
    "usher-composer": UsherComposer,
    "usher-panel": UsherPanel,
    "usher-chat": UsherChat,
  };
  for (const [name, element] of Object.entries(elements)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}
