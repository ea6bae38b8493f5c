/** A film's own poster: drawn from its title, year, director, moods and genres, the same on every screen. */
import { svg, type SVGTemplateResult } from "lit";
import type { Film } from "../types";
import { chanceFor, hash } from "./chance";
import { cleanTitle, letter, measure, type Face, FACES } from "./lettering";
import { paletteFor, type Palette } from "./palette";
import { HEIGHT, SCENES, WIDTH, type Box } from "./scenes";

type Subject = Pick<Film, "id" | "title" | "year" | "genres" | "directors"> & Partial<Pick<Film, "moods" | "style">>;

const LEANINGS: Record<string, string[]> = {
  "science fiction": ["rings", "horizon", "towers", "rays", "corridor"],
  western: ["horizon", "bands", "letters", "initial"],
  horror: ["torch", "rings", "letters", "windowed", "corridor"],
  thriller: ["torch", "bands", "letters", "towers", "corridor"],
  crime: ["towers", "torch", "bands", "initial"],
  romance: ["windowed", "waves", "horizon", "tiles", "pair"],
  drama: ["windowed", "waves", "rings", "letters", "pair", "corridor"],
  animation: ["horizon", "tiles", "waves", "rays", "pair"],
  comedy: ["tiles", "rays", "bands", "letters", "initial"],
  documentary: ["letters", "bands", "windowed", "initial"],
  musical: ["rays", "waves", "tiles", "pair"],
  fantasy: ["horizon", "rings", "rays", "initial"],
};

/** Which picture a film gets: one that suits its genres three times in four, any other otherwise. */
export function sceneFor(film: Pick<Film, "id" | "genres">): string {
  const fitting = film.genres.flatMap((genre) => LEANINGS[genre] ?? []);
  const all = Object.keys(SCENES);
  const choice = fitting.length && hash(`${film.id}/any`) % 4 ? [...new Set(fitting)] : all;
  return choice[hash(`${film.id}/scene`) % choice.length] as string;
}

/** The poster as one SVG element; decorative, for the card beside it says all of this as text. */
export function poster(film: Subject): SVGTemplateResult {
  const colours = paletteFor(film);
  const scene = (SCENES[sceneFor(film)] as (typeof SCENES)[string])(
    colours,
    chanceFor(film.id),
    cleanTitle(film.title),
  );
  return svg`<rect width=${WIDTH} height=${HEIGHT} fill=${colours.ground} />${scene.shapes}
    ${titleIn(scene.title, film.title, colours)}${credits(film, colours)}`;
}

function titleIn(box: Box, title: string, colours: Palette): SVGTemplateResult {
  const set = letter(title, box.face, box.width, box.height, box.largest);
  const height = set.lines.length * set.leading;
  const top = { top: box.y, bottom: box.y + box.height - height, middle: box.y + (box.height - height) / 2 }[box.stand];
  const x = box.align === "middle" ? box.x + box.width / 2 : box.x;
  const lines = set.lines.map((line, place) =>
    text(line, {
      x,
      y: top + place * set.leading + set.size * 0.8,
      size: set.size,
      align: box.align,
      face: box.face,
      fill: colours.ink,
      squeeze: set.squeeze[place],
    }),
  );
  return svg`<g class="poster-title">${lines}</g>`;
}

function credits(film: Subject, colours: Palette): SVGTemplateResult {
  const face = FACES.grotesk;
  const year = film.year ? String(film.year) : "";
  const room = WIDTH - 32 - (year ? 40 : 0);
  const size = 10.5;
  let name = cleanTitle(film.directors[0] ?? "");
  while (measure(name, face) * size > room && name.length > 2) name = `${name.slice(0, -2)}…`;
  const style = { y: 286, size, face, fill: colours.faint };
  return svg`${film.directors.length ? text(name, { ...style, x: 16, align: "start" }) : ""}
    ${year ? text(year, { ...style, x: 184, align: "end" }) : ""}`;
}

interface Setting {
  x: number;
  y: number;
  size: number;
  align: "start" | "middle" | "end";
  face: Face;
  fill: string;
  squeeze?: number | null | undefined;
}

function text(words: string, { x, y, size, align, face, fill, squeeze }: Setting): SVGTemplateResult {
  const shared = [x.toFixed(1), y.toFixed(1)] as const;
  if (squeeze) {
    return svg`<text x=${shared[0]} y=${shared[1]} font-size=${size} text-anchor=${align} class=${face.family} font-weight=${face.weight}
      fill=${fill} textLength=${squeeze.toFixed(1)} lengthAdjust="spacingAndGlyphs">${words}</text>`;
  }
  return svg`<text x=${shared[0]} y=${shared[1]} font-size=${size} text-anchor=${align} class=${face.family}
    font-weight=${face.weight} fill=${fill}>${words}</text>`;
}
