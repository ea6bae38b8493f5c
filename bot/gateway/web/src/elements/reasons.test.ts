import { describe, expect, it } from "vitest";
import type { Evidence, Film } from "../types";
import { learn } from "./naming";
import { together } from "./reasons";

const one = (film: string, source: string, text: string, field: string | null = null): Evidence => ({
  film,
  source,
  text,
  field,
});

describe("what reasons rest on", () => {
  it("gathers a film's terms, and only neighbouring quotations", () => {
    const evidence = [
      one("her-2013", "fact", "romance", "genres"),
      one("up-2009", "fact", "romance", "genres"),
      one("her-2013", "fact", "drama", "genres"),
      one("her-2013", "synopsis", "One."),
      one("her-2013", "synopsis", "Two."),
      one("up-2009", "synopsis", "Three."),
      one("her-2013", "synopsis", "Four."),
    ];
    expect(together(evidence).map((group) => group.map(({ text }) => text))).toEqual([
      ["romance", "drama"],
      ["romance"],
      ["One.", "Two."],
      ["Three."],
      ["Four."],
    ]);
  });

  it("is named in the reply's language where a card has told the name", () => {
    const names = new Map<string, string>();
    const film = {
      id: "up-2009",
      title: "Oben",
      year: 2009,
      themes: ["loss"],
      labels: { themes: ["Verlust"] },
      genres: [],
    };
    learn(names, film as unknown as Film, "de");
    expect([...names]).toEqual([
      ["up-2009", "Oben (2009)"],
      ["de:loss", "Verlust"],
    ]);
  });
});
