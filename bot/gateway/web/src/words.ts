/** What the page says, in both languages; the sentences themselves live in bot/gateway/words. */
import de from "../../words/de.json";
import en from "../../words/en.json";
import type { Language } from "./types";

export const LANGUAGES: readonly Language[] = ["en", "de"];
const WORDS: Record<Language, Record<string, string>> = { en, de };

/** The page's words for one language: `say("send")`, `say("length", { minutes: 12 })`. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

export function sayIn(language: Language): Say {
  return (key, values = {}) => {
    const words = WORDS[language][`page.${key}`] ?? WORDS.en[`page.${key}`] ?? key;
    return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}

/** Whether the page has words for this key. */
export function knows(language: Language, key: string): boolean {
  return `page.${key}` in WORDS[language];
}

/** A word from a list the catalogue uses (genre, source, aspect …), or the key itself where the page has none. */
export function nameOf(language: Language, list: string, key: string): string {
  return knows(language, `${list}.${key}`) ? sayIn(language)(`${list}.${key}`) : key;
}

/** The first of the browser's languages that Usher speaks. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = LANGUAGES.find((language) => tag.toLowerCase().split("-")[0] === language);
    if (found) return found;
  }
  return "en";
}
