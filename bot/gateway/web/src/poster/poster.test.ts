import { describe, expect, it } from "vitest";
import { chanceFor } from "./chance";
import { cleanTitle, FACES, letter, measure, type Face } from "./lettering";
import { paletteFor } from "./palette";
import { poster, sceneFor } from "./poster";
import { SCENES } from "./scenes";

const TITLES = [
  "M",
  "Her",
  "The Assassination of Jesse James by the Coward Robert Ford",
  "千と千尋の神隠し",
  "مرحبا بالعالم",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
  "<script>alert(1)</script>",
  "Lorem ipsum dolor sit amet ".repeat(30),
  "\u202eright to left\u202c",
  "",
];

/** The values put into a template, all levels of it. */
function values(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(values);
  if (part && typeof part === "object" && "values" in part) return values((part as { values: unknown }).values);
  return [String(part)];
}

describe("a drawn poster", () => {
  it("is the same each time, and differs from film to film", () => {
    const film = {
      id: "her-2013",
      title: "Her",
      year: 2013,
      genres: ["romance"],
      directors: ["Spike Jonze"],
      moods: ["tender"],
    };
    expect(values(poster(film))).toEqual(values(poster(film)));
    const scenes = new Set(Array.from({ length: 200 }, (_, place) => sceneFor({ id: `film-${place}`, genres: [] })));
    expect(scenes.size).toBe(Object.keys(SCENES).length);
  });

  it.each(TITLES)("holds any title: %s", (title) => {
    for (const id of ["a-1", "b-2", "c-3", "d-4", "e-5", "f-6", "g-7", "h-8"]) {
      const drawn = values(poster({ id, title, year: null, genres: [], directors: [] }));
      expect(drawn.join(" ")).not.toMatch(/NaN|undefined|Infinity|\p{Cf}/u);
    }
  });

  it("takes its colours from moods first, then genres, then the film's name", () => {
    const ground = (moods: string[], genres: string[], style: string[] = []) =>
      paletteFor({ id: "x", moods, genres, style }).ground;
    expect(ground(["funny"], ["horror"])).not.toBe(ground([], ["horror"]));
    expect(ground([], ["horror"])).not.toBe(ground([], ["comedy"]));
    expect(paletteFor({ id: "x", genres: ["comedy"], style: ["black and white"] }).shape).toMatch(/ 0\.0\d+ /);
    expect(paletteFor({ id: "x", genres: [] }).ink).toMatch(/^oklch/);
  });
});

describe("lettering", () => {
  const faces = Object.entries(FACES) as [string, Face][];

  it.each(faces)("keeps every line inside its box (%s)", (_, face) => {
    for (const title of TITLES) {
      const set = letter(title, face, 168, 100, 44);
      expect(set.lines.length * set.leading).toBeLessThanOrEqual(100.01);
      for (const [place, line] of set.lines.entries()) {
        const wide = measure(line, face) * set.size;
        expect(wide <= 168.01 || set.squeeze[place] === 168).toBe(true);
      }
    }
  });

  it("leaves out what cannot be seen", () => {
    expect(cleanTitle("\u202eA\u0000 \n B\u200b")).toBe("A B");
    expect(cleanTitle("\u200b")).toBe("…");
  });

  it("draws the same numbers for the same name", () => {
    const [left, right] = [chanceFor("her"), chanceFor("her")];
    expect([left(), left()]).toEqual([right(), right()]);
  });
});
