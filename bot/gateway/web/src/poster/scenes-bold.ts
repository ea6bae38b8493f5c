/** The bolder pictures: letters as shapes, and shapes as people. */
import { svg } from "lit";
import { pick } from "./chance";
import { FACES } from "./lettering";
import { across, type Draw } from "./scenes";

/** Nothing but letters, as large as they go, before a disc that the frame cuts off. */
export const letters: Draw = (colours, chance) => ({
  shapes: svg`<circle cx=${pick(chance, [8, 192])} cy=${40 + chance() * 60} r=${70 + chance() * 34} fill=${colours.shape} />
    <rect x="16" y="16" width="30" height="5" fill=${colours.glow} />`,
  title: across(36, 226, { stand: "bottom", face: FACES.poster, largest: 84 }),
  credits: "bottom",
});

/** The first letter as a monument. */
export const initial: Draw = (colours, chance, title) => {
  const first =
    /[\p{L}\p{N}]/u.exec(title.replace(/^(the|a|an|der|die|das|ein|eine) /i, ""))?.[0]?.toLocaleUpperCase() ?? "*";
  const serif = chance() < 0.5;
  const x = 60 + chance() * 80;
  return {
    shapes: svg`<rect width="200" height="206" fill=${colours.shape} />
      <text x=${x} y="196" font-size="262" font-weight=${serif ? 700 : 900} class=${serif ? "serif" : "sans"} text-anchor="middle" fill=${colours.glow}>${first}</text>
      <rect y="206" width="200" height="94" fill=${colours.deep} />`,
    title: across(214, 58, { stand: "middle", face: serif ? FACES.serif : FACES.grotesk, largest: 30 }),
    credits: "bottom",
  };
};

/** Doors within doors. */
export const corridor: Draw = (colours, chance) => {
  const [x, y] = [70 + chance() * 60, 96 + chance() * 26];
  const frames = [1, 0.78, 0.58, 0.4, 0.24, 0.11];
  const tints = [colours.deep, colours.ground, colours.shape, colours.deep, colours.shape, colours.glow];
  const door = (scale: number, place: number) =>
    svg`<rect x=${(x * (1 - scale)).toFixed(1)} y=${(y * (1 - scale)).toFixed(1)} width=${200 * scale} height=${214 * scale} fill=${tints[place] ?? ""} />`;
  return {
    shapes: svg`${frames.map(door)}<rect y="208" width="200" height="92" fill=${colours.ground} />`,
    title: across(214, 58, {
      stand: "middle",
      face: pick(chance, [FACES.light, FACES.mono, FACES.grotesk]),
      largest: 30,
    }),
    credits: "bottom",
  };
};

/** Two discs that meet, or nearly do. */
export const pair: Draw = (colours, chance) => {
  const [gap, tilt, size] = [chance() * 26 - 8, chance() * 44 - 22, 42 + chance() * 16];
  return {
    shapes: svg`<path d="M0 0 H200 V${92 + tilt} L0 ${122 - tilt} Z" fill=${colours.deep} />
      <circle cx=${100 - size * 0.62 - gap} cy=${108 + tilt} r=${size} fill=${colours.glow} />
      <circle cx=${100 + size * 0.62 + gap} cy=${108 - tilt} r=${size} fill=${colours.shape} opacity="0.88" />`,
    title: across(184, 88, { stand: "bottom", face: pick(chance, [FACES.roman, FACES.grotesk]), largest: 36 }),
    credits: "bottom",
  };
};
