/** Names that a conversation has shown, to be used again where only an id or a key is at hand. */
import { titleAndYear } from "../format";
import type { Film, Language, TermList } from "../types";

const LISTS: readonly TermList[] = ["genres", "themes", "moods", "style", "content_notes"];

/** Notes a film's title under its id, and its terms' names under `<language>:<key>`. */
export function learn(names: Map<string, string>, film: Film, language: Language): void {
  names.set(film.id, titleAndYear(film));
  for (const list of LISTS) {
    film[list]?.forEach((key, place) => {
      const name = film.labels?.[list]?.[place];
      if (name) names.set(`${language}:${key}`, name);
    });
  }
}
