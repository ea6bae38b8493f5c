/** Colours, letters and measures: torchlight amber on aubergine ink, or ink on warm paper. */
import { css } from "lit";

export const theme = css`
  :host {
    color-scheme: light dark;
    --rem: 1rem;
    --paper: light-dark(#f8f2e7, #150f1c);
    --raised: light-dark(#fffcf5, #1f1728);
    --sunken: light-dark(#efe6d6, #0f0a15);
    --line: light-dark(#e0d4c0, #382c45);
    --edge: light-dark(#8c7b87, #7d6d8c);
    --text: light-dark(#251a2e, #f4ebdd);
    --muted: light-dark(#66566b, #b9abbc);
    --torch: light-dark(#8a4700, #f7bb5e);
    --lit: light-dark(#ffe3b0, #3d2c22);
    --strong: light-dark(#2e1c3c, #f7bb5e);
    --on-strong: light-dark(#ffe2ae, #21142c);
    --said: light-dark(#2e1c3c, #3a2848);
    --on-said: light-dark(#fff3df, #fbf1e2);
    --alarm: light-dark(#a3241d, #ff9d8f);
    --heart: light-dark(#b3245a, #ff87ab);
    --shade: light-dark(rgb(60 35 20 / 0.13), rgb(0 0 0 / 0.45));
    --beam: light-dark(rgb(255 186 74 / 0.3), rgb(247 187 94 / 0.13));
    --sans: -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "Helvetica Neue", Arial, system-ui, sans-serif;
    --serif: ui-serif, "New York", "Iowan Old Style", Charter, "Palatino Linotype", Palatino, Georgia, "Liberation Serif", serif;
    --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
    --round: 16px;
    --column: 46rem;
    --wide: 72rem;
    font: 400 1rem/1.55 var(--sans);
    color: var(--text);
    -webkit-text-size-adjust: 100%;
  }
  :host([theme="dark"]) { color-scheme: dark; }
  :host([theme="light"]) { color-scheme: light; }
  :host([hidden]) { display: none; }
  *, *::before, *::after { box-sizing: border-box; }
  button, textarea { font: inherit; color: inherit; }
  button { cursor: pointer; }
  h1, h2, h3, p, ul, ol, dl, dd, blockquote, figure { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  svg { display: block; }
  :focus-visible { outline: 3px solid var(--torch); outline-offset: 2px; }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .icon { width: 1.25em; height: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
  @media (prefers-reduced-motion: reduce) {
    :host::before, *, *::before, *::after { animation-duration: 0.01ms !important; animation-iteration-count: 1 !important; transition: none !important; scroll-behavior: auto !important; }
  }
`;
