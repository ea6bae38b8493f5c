/** The drawer with what is remembered. */
import { css } from "lit";

export const panel = css`
  .panel { position: fixed; inset: 0 0 0 auto; width: min(27rem, 100vw); max-width: none; height: 100%; max-height: none; margin: 0; padding: 0; border: 0; background: var(--raised); color: var(--text); box-shadow: -12px 0 50px var(--shade); overflow-y: auto; overscroll-behavior: contain; }
  .panel::backdrop { background: rgb(15 8 22 / 0.5); }
  .panel-body { display: grid; align-content: start; gap: 1.5rem; min-height: 100%; padding: 1rem 1.25rem 1.5rem; grid-template-rows: auto; }
  .panel-head { display: flex; align-items: center; justify-content: space-between; gap: 1rem; }
  .panel-head h2 { font: 600 1.5rem/1.2 var(--serif); }
  .panel section { display: grid; gap: 0.5rem; }
  .panel h3 { color: var(--torch); font: 650 0.8rem/1.2 var(--sans); letter-spacing: 0.06em; text-transform: uppercase; }
  .panel-empty { color: var(--muted); font-size: 1.05rem; }
  .panel-foot { display: flex; flex-wrap: wrap; gap: 0.5rem; padding-top: 0.5rem; }
  @media (prefers-reduced-motion: no-preference) {
    .panel[open] { animation: draw 0.25s ease-out; }
    @keyframes draw { from { transform: translateX(2rem); opacity: 0; } }
  }
`;
