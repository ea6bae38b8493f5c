/** The page's few pictures, all drawn in the colour of the text beside them. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";

const PATHS = {
  send: "M12 19V5M6 11l6-6 6 6",
  down: "M12 5v14M6 13l6 6 6-6",
  chevron: "M6 9l6 6 6-6",
  left: "M15 5l-7 7 7 7",
  right: "M9 5l7 7-7 7",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6L19 19M5 19l1.4-1.4M17.6 6.4L19 5",
  moon: "M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5z",
  heart:
    "M12 20s-7.5-4.6-9-9.3C1.9 7.2 4.2 4.5 7.2 4.5c2 0 3.7 1.1 4.8 2.9 1.1-1.8 2.8-2.9 4.8-2.9 3 0 5.3 2.7 4.2 6.2-1.5 4.7-9 9.3-9 9.3z",
  check: "M5 12.5l4.5 4.5L19 7.5",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5V12l3 2",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.6v.1",
  alert: "M12 4L2.8 20h18.4zM12 10v4.5M12 17.3v.1",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  share: "M12 15V4M8 7.5L12 3.5l4 4M6 12H5v8h14v-8h-1",
  close: "M6 6l12 12M18 6L6 18",
  list: "M5 5h14v15l-7-4.5L5 20z",
  mic: "M12 4a2.5 2.5 0 0 0-2.5 2.5v5a2.5 2.5 0 0 0 5 0v-5A2.5 2.5 0 0 0 12 4zM6 11.5a6 6 0 0 0 12 0M12 17.5V21",
  voice: "M4 10v4h3.5L12 18V6L7.5 10zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11",
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${path(PATHS[name])}</svg>`;
}

function path(d: string): SVGTemplateResult {
  return svg`<path d=${d} />`;
}

/** Usher's torch, lit. */
export function mark(): TemplateResult {
  return html`<svg viewBox="0 0 32 32" aria-hidden="true">
    <path class="mark-glow" d="M9 21 23 2 31 17Z" fill="#f7bb5e" opacity="0.4"></path>
    <path d="M9 21 25 6 29 13.5Z" fill="#f7bb5e"></path>
    <path d="m2.6 25.4 6-6 3.9 3.9-6 6a2.75 2.75 0 0 1-3.9-3.9Z" fill="currentColor"></path>
  </svg>`;
}
