/** Fits a title of any length and script into a box of a poster. */

export interface Face {
  family: string;
  weight: number;
  /** Mean width of a letter relative to the size, against the table below. */
  width: number;
  upper: boolean;
}

export const FACES = {
  serif: { family: "serif", weight: 600, width: 0.97, upper: false },
  roman: { family: "serif", weight: 400, width: 0.92, upper: false },
  grotesk: { family: "sans", weight: 800, width: 1.1, upper: false },
  poster: { family: "sans", weight: 900, width: 1.14, upper: true },
  light: { family: "sans", weight: 300, width: 1, upper: true },
  mono: { family: "mono", weight: 500, width: 1.12, upper: false },
} satisfies Record<string, Face>;

export interface Lettering {
  lines: string[];
  size: number;
  leading: number;
  /** Lines whose estimate comes close to the box get a textLength, so that no system font can push them out. */
  squeeze: (number | null)[];
}

const NARROW = /[ijl.,:;'’!|()[\]fIt ]/;
const WIDE = /[mwMWÆŒ@%&—]/;
// Control, bidirectional and zero-width characters would let a title draw outside its line.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;
const FULL_WIDTH = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/;

export function cleanTitle(title: string): string {
  return title.replace(UNSEEN, " ").replace(/\s+/g, " ").trim() || "…";
}

export function measure(text: string, face: Face): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter, face);
  return width;
}

function letterWidth(letter: string, face: Face): number {
  if (FULL_WIDTH.test(letter)) return 1.02;
  if (face.family === "mono") return 0.61;
  const base = NARROW.test(letter) ? 0.3 : WIDE.test(letter) ? 0.86 : /\p{Lu}|\d/u.test(letter) ? 0.66 : 0.53;
  return base * face.width;
}

/** The largest lettering of `title` that stays within `width` × `height`, trying sizes from `largest` downwards. */
export function letter(
  title: string,
  face: Face,
  width: number,
  height: number,
  largest: number,
  smallest = 11,
): Lettering {
  const words = (face.upper ? cleanTitle(title).toLocaleUpperCase() : cleanTitle(title)).split(" ");
  for (let size = largest; size > smallest; size -= 1) {
    const lines = wrap(words, face, width / size);
    const fits = lines !== null && lines.length * size * leadingOf(face) <= height;
    if (fits) return finish(lines, size, face, width);
  }
  return finish(
    crop(words, face, width / smallest, Math.floor(height / (smallest * leadingOf(face)))),
    smallest,
    face,
    width,
  );
}

function leadingOf(face: Face): number {
  return face.upper ? 1 : 1.08;
}

function finish(lines: string[], size: number, face: Face, width: number): Lettering {
  const squeeze = lines.map((line) =>
    measure(line, face) * size > width * 0.93 ? Math.min(width, measure(line, face) * size) : null,
  );
  return { lines, size, leading: size * leadingOf(face), squeeze };
}

/** Greedy lines no wider than `room` (in letters' sizes), or null where a word alone is too wide. */
function wrap(words: readonly string[], face: Face, room: number): string[] | null {
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    if (measure(word, face) > room) return null;
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer, face) <= room) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** What fits of a title that is too long for any size: words broken where they must be, the rest an ellipsis. */
function crop(words: readonly string[], face: Face, room: number, most: number): string[] {
  const pieces = words.flatMap((word) => breakWord(word, face, room));
  const lines = wrap(pieces, face, room) ?? pieces;
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? "";
  return [...lines.slice(0, most - 1), `${last.slice(0, Math.max(1, last.length - 2))}…`];
}

function breakWord(word: string, face: Face, room: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (measure(piece + character, face) > room * 0.94) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return piece ? [...pieces, piece] : pieces;
}
