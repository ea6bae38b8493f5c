import { describe, expect, it } from "vitest";
import de from "../../words/de.json";
import en from "../../words/en.json";
import { nameOf, preferredLanguage, sayIn } from "./words";

describe("the page's words", () => {
  const own = (words: Record<string, string>) =>
    Object.keys(words)
      .filter((key) => key.startsWith("page."))
      .sort();
  const gaps = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

  it("are there in both languages, with the same gaps to fill", () => {
    expect(own(de)).toEqual(own(en));
    for (const key of own(en))
      expect([key, ...gaps((de as Record<string, string>)[key] ?? "")]).toEqual([
        key,
        ...gaps((en as Record<string, string>)[key] ?? ""),
      ]);
  });

  it("name what people and tests look for", () => {
    expect(
      ["conversation", "message", "send", "why", "new"].map((key) => [sayIn("en")(key), sayIn("de")(key)]),
    ).toEqual([
      ["Conversation", "Gespräch"],
      ["Message", "Nachricht"],
      ["Send", "Senden"],
      ["Why?", "Warum?"],
      ["New messages", "Neue Nachrichten"],
    ]);
  });

  it("fill gaps and leave unknown genres as they are", () => {
    expect(sayIn("en")("directed", { names: "X" })).toBe("Directed by X");
    expect([nameOf("de", "genre", "horror"), nameOf("de", "genre", "mumblecore")]).toEqual(["Horror", "mumblecore"]);
  });

  it.each([
    [["de-AT", "en"], "de"],
    [["fr", "de"], "de"],
    [["fr"], "en"],
    [[], "en"],
    [["en-US", "de"], "en"],
  ])("follow the browser's languages %s", (wanted, language) => {
    expect(preferredLanguage(wanted)).toBe(language);
  });
});
