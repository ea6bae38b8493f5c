/** A poster's colours, from the film's moods, genres and look. */
import { hash } from "./chance";

/** Lightness, chroma and hue as in CSS oklch(). */
type Colour = readonly [lightness: number, chroma: number, hue: number];

export interface Palette {
  ground: string;
  deep: string;
  shape: string;
  glow: string;
  ink: string;
  faint: string;
  dark: boolean;
}

export interface Toned {
  id: string;
  moods?: string[];
  genres: string[];
  style?: string[];
}

interface Tone {
  hue: number;
  second: number;
  dark: boolean;
  chroma: number;
}

const tone = (hue: number, second: number, dark: boolean, chroma = 0.13): Tone => ({ hue, second, dark, chroma });

const MOODS: Record<string, Tone> = {
  funny: tone(85, 30, false, 0.16),
  silly: tone(100, 350, false, 0.16),
  witty: tone(65, 200, false),
  "light-hearted": tone(95, 180, false),
  playful: tone(350, 95, false, 0.15),
  quirky: tone(150, 45, false),
  absurd: tone(110, 320, false, 0.15),
  heartwarming: tone(50, 20, false),
  uplifting: tone(75, 220, false, 0.15),
  inspiring: tone(70, 250, false),
  hopeful: tone(130, 80, false),
  cosy: tone(55, 25, false, 0.1),
  charming: tone(20, 160, false, 0.1),
  romantic: tone(10, 50, true, 0.15),
  passionate: tone(22, 355, true, 0.18),
  sensual: tone(355, 30, true, 0.15),
  tender: tone(25, 65, false, 0.09),
  moving: tone(255, 45, true, 0.1),
  bittersweet: tone(35, 290, true, 0.1),
  melancholic: tone(270, 50, true, 0.1),
  nostalgic: tone(60, 190, false, 0.09),
  yearning: tone(300, 30, true, 0.12),
  sad: tone(255, 230, true, 0.08),
  tragic: tone(15, 280, true, 0.12),
  lonely: tone(245, 60, true, 0.09),
  meditative: tone(200, 110, true, 0.06),
  calm: tone(210, 90, false, 0.06),
  dreamlike: tone(310, 220, true, 0.14),
  poetic: tone(285, 90, true, 0.09),
  "thought-provoking": tone(235, 85, true, 0.1),
  "mind-bending": tone(320, 190, true, 0.18),
  wondrous: tone(230, 85, true, 0.15),
  exciting: tone(40, 255, true, 0.18),
  suspenseful: tone(30, 250, true, 0.15),
  mysterious: tone(265, 165, true, 0.11),
  epic: tone(60, 30, true, 0.13),
  chaotic: tone(35, 145, false, 0.19),
  rebellious: tone(28, 100, true, 0.2),
  dark: tone(285, 25, true, 0.07),
  bleak: tone(230, 60, true, 0.035),
  eerie: tone(165, 300, true, 0.1),
  scary: tone(25, 0, true, 0.17),
  unsettling: tone(135, 20, true, 0.09),
  disturbing: tone(20, 130, true, 0.12),
  claustrophobic: tone(45, 20, true, 0.08),
  paranoid: tone(120, 30, true, 0.1),
  gritty: tone(55, 240, true, 0.06),
  brutal: tone(25, 50, true, 0.16),
  angry: tone(27, 60, true, 0.2),
  cynical: tone(110, 260, true, 0.07),
  ironic: tone(180, 40, false, 0.1),
  satirical: tone(145, 25, false, 0.14),
  "darkly comic": tone(90, 20, true, 0.14),
};

const GENRES: Record<string, Tone> = {
  action: tone(35, 250, true, 0.17),
  adventure: tone(75, 200, false, 0.14),
  animation: tone(165, 70, false, 0.14),
  biography: tone(65, 250, false, 0.07),
  comedy: tone(90, 20, false, 0.16),
  crime: tone(20, 90, true, 0.12),
  documentary: tone(220, 60, false, 0.05),
  drama: tone(275, 45, true, 0.1),
  family: tone(60, 210, false, 0.13),
  fantasy: tone(300, 150, true, 0.13),
  "film noir": tone(260, 80, true, 0.02),
  history: tone(50, 130, true, 0.08),
  horror: tone(22, 5, true, 0.16),
  "martial arts": tone(30, 85, true, 0.18),
  music: tone(340, 70, true, 0.17),
  musical: tone(350, 90, false, 0.16),
  mystery: tone(260, 160, true, 0.11),
  romance: tone(12, 55, false, 0.12),
  "science fiction": tone(215, 50, true, 0.12),
  sport: tone(145, 60, false, 0.14),
  superhero: tone(255, 30, true, 0.18),
  thriller: tone(240, 28, true, 0.11),
  war: tone(110, 40, true, 0.06),
  western: tone(55, 30, false, 0.13),
};

/** The colours of a film's poster; the same film has the same ones everywhere. */
export function paletteFor(film: Toned): Palette {
  const known = [...(film.moods ?? []).map((mood) => MOODS[mood]), ...film.genres.map((genre) => GENRES[genre])];
  const tones = known.filter((found): found is Tone => found !== undefined);
  const drift = (hash(film.id) % 37) - 18;
  const first =
    tones[0] ?? tone(hash(`${film.id}/hue`) % 360, hash(`${film.id}/second`) % 360, hash(film.id) % 3 > 0, 0.1);
  const other = tones[1];
  return paint(
    lookOf(film.style ?? [], { ...first, second: other ? (other.hue + first.second) / 2 : first.second }),
    drift,
  );
}

function lookOf(style: readonly string[], found: Tone): Tone {
  if (style.includes("black and white") || style.includes("silent film")) return { ...found, chroma: 0.012 };
  if (style.includes("neon-lit")) return { hue: 300, second: 195, dark: true, chroma: 0.2 };
  if (style.includes("pastel colours")) return { ...found, dark: false, chroma: Math.min(found.chroma, 0.085) };
  if (style.includes("muted colours")) return { ...found, chroma: found.chroma * 0.55 };
  if (style.includes("colourful") || style.includes("psychedelic"))
    return { ...found, chroma: Math.max(found.chroma, 0.18) };
  return found;
}

function paint({ hue, second, dark, chroma }: Tone, drift: number): Palette {
  const main = (hue + drift + 360) % 360;
  const other = (second + drift / 2 + 360) % 360;
  const colours: Record<Exclude<keyof Palette, "dark">, Colour> = dark
    ? {
        ground: [0.27, chroma * 0.62, main],
        deep: [0.19, chroma * 0.5, main],
        shape: [0.5, chroma, main],
        glow: [0.77, Math.max(chroma, 0.05), other],
        ink: [0.965, 0.018, other],
        faint: [0.85, 0.03, other],
      }
    : {
        ground: [0.88, chroma * 0.55, main],
        deep: [0.78, chroma * 0.8, main],
        shape: [0.68, chroma, main],
        glow: [0.6, Math.max(chroma, 0.05), other],
        ink: [0.21, 0.05, main],
        faint: [0.3, 0.05, main],
      };
  const written = Object.entries(colours).map(([name, [l, c, h]]) => [
    name,
    `oklch(${l} ${c.toFixed(3)} ${h.toFixed(0)})`,
  ]);
  return { ...(Object.fromEntries(written) as Omit<Palette, "dark">), dark };
}
