/** The pictures a poster can show: flat shapes in the film's colours, and the box that its title is set into. */
import { svg, type SVGTemplateResult } from "lit";
import { pick } from "./chance";
import { FACES, type Face } from "./lettering";
import type { Palette } from "./palette";
import { corridor, initial, letters, pair } from "./scenes-bold";

export const WIDTH = 200;
export const HEIGHT = 300;
const MARGIN = 16;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Which edge of the box the title stands at. */
  stand: "top" | "bottom" | "middle";
  align: "start" | "middle";
  face: Face;
  largest: number;
}

export interface Scene {
  shapes: SVGTemplateResult;
  title: Box;
  /** Where director and year stand: below everything or above everything. */
  credits: "top" | "bottom";
}

export type Draw = (colours: Palette, chance: () => number, title: string) => Scene;

export const across = (y: number, height: number, more: Partial<Box> = {}): Box => ({
  x: MARGIN,
  y,
  width: WIDTH - 2 * MARGIN,
  height,
  stand: "top",
  align: "start",
  face: FACES.serif,
  largest: 40,
  ...more,
});

/** An usher's torch: a beam that rises from a corner through the dark. */
const torch: Draw = (colours, chance) => {
  const left = chance() < 0.5;
  const x = left ? 26 : 174;
  const far = left ? 1 : -1;
  const cone = (spread: number, opacity: number) =>
    svg`<path d="M${x} 262 L${x + far * (20 - spread)} -10 L${x + far * (150 + spread)} ${-10 + spread} Z" fill=${colours.glow} opacity=${opacity} />`;
  return {
    shapes: svg`${cone(34, 0.16)}${cone(8, 0.24)}${cone(-22, 0.34)}
      <rect x="0" y="248" width="200" height="52" fill=${colours.deep} />
      <circle cx=${x} cy="256" r="9" fill=${colours.glow} /><circle cx=${x} cy="256" r="4" fill=${colours.ink} />`,
    title: across(34, 190, { stand: "middle", face: pick(chance, [FACES.grotesk, FACES.serif]), largest: 42 }),
    credits: "bottom",
  };
};

/** Stripes of uneven height, like light through blinds or a test card. */
const bands: Draw = (colours, chance) => {
  const tints = [colours.shape, colours.glow, colours.deep, colours.shape, colours.ink, colours.glow];
  let y = 134;
  const stripes = tints.map((fill, place) => {
    const height = 8 + chance() * 30;
    const stripe = svg`<rect x="0" y=${y} width="200" height=${height} fill=${fill} opacity=${place === 4 ? 0.85 : 1} />`;
    y += height + (chance() < 0.4 ? 5 : 0);
    return stripe;
  });
  return {
    shapes: svg`${stripes}<rect x="0" y="266" width="200" height="34" fill=${colours.ground} />`,
    title: across(18, 108, { stand: "bottom", face: FACES.poster, largest: 44 }),
    credits: "bottom",
  };
};

/** A low sun or a moon over ridges. */
const horizon: Draw = (colours, chance) => {
  const x = 55 + chance() * 90;
  const ridge = (base: number, lift: number, fill: string) => {
    const points = [0, 40, 80, 120, 160, 200].map((at) => `${at} ${(base - chance() * lift).toFixed(0)}`);
    return svg`<path d="M0 300 L${points.join(" L")} L200 300 Z" fill=${fill} />`;
  };
  return {
    shapes: svg`<circle cx=${x} cy="104" r=${38 + chance() * 24} fill=${colours.glow} />
      ${ridge(158, 40, colours.shape)}${ridge(190, 26, colours.deep)}<rect y="196" width="200" height="104" fill=${colours.deep} />`,
    title: across(188, 82, { stand: "middle", align: "middle", face: FACES.serif, largest: 38 }),
    credits: "bottom",
  };
};

/** A sheet of quarter circles, as a Swiss designer might have cut them. */
const tiles: Draw = (colours, chance) => {
  const tile = (column: number, row: number) => {
    const [x, y] = [column * 50, row * 50];
    const back = pick(chance, [colours.ground, colours.deep, colours.shape]);
    const front = pick(
      chance,
      [colours.glow, colours.ink, colours.shape, colours.deep].filter((fill) => fill !== back),
    );
    const [cx, cy] = [x + 50 * Math.round(chance()), y + 50 * Math.round(chance())];
    const [ex, ey] = [cx === x ? x + 50 : x, cy === y ? y + 50 : y];
    const sweep = (cx === x) === (cy === y) ? 0 : 1;
    const quarter = svg`<path d="M${cx} ${cy} L${cx} ${ey} A50 50 0 0 ${sweep} ${ex} ${cy} Z" fill=${front} />`;
    const dot = svg`<circle cx=${x + 25} cy=${y + 25} r="16" fill=${front} />`;
    return svg`<rect x=${x} y=${y} width="50.5" height="50.5" fill=${back} />${chance() < 0.8 ? quarter : dot}`;
  };
  const places = Array.from({ length: 12 }, (_, place) => tile(place % 4, Math.floor(place / 4)));
  return {
    shapes: svg`${places}`,
    title: across(164, 104, { face: FACES.grotesk, largest: 38 }),
    credits: "bottom",
  };
};

/** Rays from one point, and the title in their midst. */
const rays: Draw = (colours, chance) => {
  const [x, y, turn] = [100, 126, chance() * 0.4];
  const ray = (place: number) => {
    const at = (angle: number) => `${(x + 320 * Math.cos(angle)).toFixed(1)} ${(y + 320 * Math.sin(angle)).toFixed(1)}`;
    const angle = turn + (place * Math.PI) / 9;
    return svg`<path d="M${x} ${y} L${at(angle)} L${at(angle + Math.PI / 18)} Z" fill=${colours.shape} opacity="0.75" />`;
  };
  return {
    shapes: svg`${Array.from({ length: 18 }, (_, place) => ray(place))}
      <circle cx=${x} cy=${y} r="84" fill=${colours.glow} /><circle cx=${x} cy=${y} r="78" fill=${colours.deep} />
      <rect y="262" width="200" height="38" fill=${colours.deep} />`,
    title: {
      x: 44,
      y: 78,
      width: 112,
      height: 96,
      stand: "middle",
      align: "middle",
      face: pick(chance, [FACES.grotesk, FACES.serif]),
      largest: 32,
    },
    credits: "bottom",
  };
};

/** Rings that draw the eye in. */
const rings: Draw = (colours, chance) => {
  const [x, y] = [40 + chance() * 120, 96 + chance() * 30];
  const steps = [150, 124, 98, 74, 52, 32, 14];
  const ring = (radius: number, place: number) =>
    svg`<circle cx=${x + place * 3 * (x < 100 ? 1 : -1)} cy=${y + place * 2} r=${radius} fill=${place % 2 ? colours.ground : place === 6 ? colours.glow : colours.shape} />`;
  return {
    shapes: svg`${steps.map(ring)}<rect y="194" width="200" height="106" fill=${colours.deep} />`,
    title: across(204, 66, { stand: "middle", face: FACES.roman, largest: 36 }),
    credits: "bottom",
  };
};

/** A window in a bare wall. */
const windowed: Draw = (colours, chance) => {
  const level = 104 + chance() * 40;
  const x = 62 + chance() * 70;
  return {
    shapes: svg`<rect x="36" y="46" width="128" height="132" fill=${colours.glow} />
      <circle cx=${x} cy=${level - 14} r="25" fill=${colours.ink} opacity="0.9" />
      <rect x="36" y=${level} width="128" height=${178 - level} fill=${colours.shape} />
      <path d="M100 46 V178 M36 112 H164" stroke=${colours.ground} stroke-width="3" />
      <rect x="30" y="178" width="140" height="5" fill=${colours.ink} opacity="0.8" />`,
    title: across(196, 74, { stand: "middle", align: "middle", face: FACES.light, largest: 24 }),
    credits: "bottom",
  };
};

/** Waves, or hills, or a heartbeat: lines upon lines. */
const waves: Draw = (colours, chance) => {
  const [height, length, shift] = [7 + chance() * 12, 34 + chance() * 40, chance() * 6];
  const line = (place: number) => {
    const y = 150 + place * 15;
    const at = (x: number) => y + Math.sin(x / (length / 3) + place * 0.55 + shift) * height;
    const points = Array.from({ length: 22 }, (_, step) => `${step * 10 - 5} ${at(step * 10 - 5).toFixed(1)}`);
    return svg`<path d="M${points.join(" L")} L215 310 L-10 310 Z" fill=${[colours.shape, colours.deep, colours.glow][place % 3] ?? ""} opacity=${0.9} />`;
  };
  return {
    shapes: svg`${Array.from({ length: 9 }, (_, place) => line(place))}<rect y="272" width="200" height="28" fill=${colours.deep} />`,
    title: across(20, 112, { stand: "middle", face: pick(chance, [FACES.serif, FACES.light]), largest: 40 }),
    credits: "bottom",
  };
};

/** Towers with lit windows. */
const towers: Draw = (colours, chance) => {
  const tower = (place: number) => {
    const [x, top] = [place * 34 - 4, 128 + chance() * 74];
    const lights = Array.from({ length: 14 }, (_, light) => {
      if (chance() < 0.55) return null;
      return svg`<rect x=${x + 7 + (light % 2) * 11} y=${top + 9 + Math.floor(light / 2) * 15} width="6" height="8" fill=${colours.glow} />`;
    });
    return svg`<rect x=${x} y=${top} width="32" height=${300 - top} fill=${place % 2 ? colours.deep : colours.shape} />${lights}`;
  };
  return {
    shapes: svg`${Array.from({ length: 6 }, (_, place) => tower(place))}<rect y="270" width="200" height="30" fill=${colours.deep} />`,
    title: across(20, 98, { face: pick(chance, [FACES.mono, FACES.poster]), largest: 34 }),
    credits: "bottom",
  };
};

export const SCENES: Record<string, Draw> = {
  torch,
  bands,
  horizon,
  tiles,
  rays,
  rings,
  windowed,
  waves,
  towers,
  letters,
  initial,
  corridor,
  pair,
};
