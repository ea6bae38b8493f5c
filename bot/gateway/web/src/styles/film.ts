/** Film cards and the row they stand in. */
import { css } from "lit";

export const film = css`
  usher-row { display: block; position: relative; }
  .row { --start: max(1rem, calc(50cqw - var(--column) / 2)); display: flex; align-items: flex-start; gap: 1rem; width: 100cqw; margin-inline-start: calc(50% - 50cqw); overflow-x: auto; scroll-snap-type: x proximity; scroll-padding-inline: var(--start); overscroll-behavior-x: contain; padding: 1.2rem var(--start) 2rem; margin-block: -0.85rem -1.1rem; scrollbar-width: thin; scrollbar-color: var(--line) transparent; }
  .row:focus-visible { outline-offset: -4px; border-radius: var(--round); }
  .row > li { flex: 0 0 min(21.5rem, 86cqw); scroll-snap-align: start; min-width: 0; }
  .row.single > li { flex: 0 1 var(--column); }
  .turn { position: absolute; top: 6.4rem; z-index: 1; display: grid; place-items: center; width: 2.75rem; height: 2.75rem; border: 0; border-radius: 50%; background: var(--strong); color: var(--on-strong); box-shadow: 0 4px 14px var(--shade); }
  .turn.back { left: calc(50% - 50cqw + 0.6rem); }
  .turn.on { right: calc(50% - 50cqw + 0.6rem); }
  @media (hover: none), (max-width: 640px) { .turn { display: none; } }

  .film { display: flex; flex-direction: column; gap: 0.8rem; padding: 0.9rem; border-radius: var(--round); background: var(--raised); box-shadow: 0 0 0 1px var(--line), 0 6px 22px var(--shade); }
  .top { display: grid; grid-template-columns: clamp(5rem, 36%, 7.6rem) 1fr; gap: 0.95rem; }
  .poster { position: relative; width: 100%; aspect-ratio: 2 / 3; border-radius: 8px; overflow: hidden; box-shadow: 0 3px 10px var(--shade); background: var(--sunken); }
  .poster img, .poster svg { display: block; width: 100%; height: 100%; object-fit: cover; }
  .poster img { position: absolute; inset: 0; }
  .poster text.serif { font-family: var(--serif); }
  .poster text.sans { font-family: "Avenir Next", Futura, "Segoe UI", "Helvetica Neue", "Liberation Sans", Arial, sans-serif; }
  .poster text.mono { font-family: var(--mono); }
  .facts { display: flex; flex-direction: column; gap: 0.28rem; min-width: 0; font-size: 0.9rem; line-height: 1.4; color: var(--muted); }
  .facts h2 { color: var(--text); font: 600 1.28rem/1.16 var(--serif); overflow-wrap: anywhere; text-wrap: balance; padding-inline-end: 2.2rem; }
  .facts h2 .year { font-weight: 400; color: var(--muted); white-space: nowrap; }
  .facts .original { font-style: italic; }
  .heart { position: absolute; top: 0.45rem; right: 0.45rem; display: grid; place-items: center; width: 2.75rem; height: 2.75rem; border: 0; border-radius: 50%; background: transparent; color: var(--muted); }
  .heart .icon { width: 1.45rem; height: 1.45rem; }
  .heart:hover, .heart.on { color: var(--heart); }
  .heart.on .icon { fill: currentColor; }
  .film { position: relative; }
  .synopsis { font-size: 0.96rem; line-height: 1.5; overflow-wrap: anywhere; }
  .synopsis { display: grid; gap: 0.4rem; }
  .synopsis .detail { color: var(--muted); font-size: 0.9rem; }
  .synopsis .plain { display: inline; min-height: 0; font-size: 0.9rem; padding: 0 0.1rem; }
  .caveat { display: flex; gap: 0.5rem; padding: 0.5rem 0.7rem; border-radius: 10px; background: var(--lit); font-size: 0.9rem; line-height: 1.4; }
  .caveat .icon { margin-top: 0.1rem; color: var(--torch); }
  .reasons { display: grid; gap: 0.55rem; }
  .reasons h3 { margin: 0; color: var(--torch); font: 650 0.78rem/1.2 var(--sans); letter-spacing: 0.06em; text-transform: uppercase; }
  .reason { font-size: 0.96rem; line-height: 1.45; }
  .reason summary { display: grid; grid-template-columns: 1fr auto; gap: 0.4rem; align-items: start; cursor: pointer; list-style: none; border-radius: 6px; }
  .reason summary::-webkit-details-marker { display: none; }
  .reason summary .icon { color: var(--muted); margin-top: 0.15rem; transition: transform 0.2s; }
  .reason summary:hover .icon { color: var(--torch); }
  .reason details[open] summary .icon { transform: rotate(180deg); }
  .reason blockquote { margin: 0.5rem 0 0.2rem; padding-inline-start: 0.8rem; border-inline-start: 2px solid var(--torch); font: italic 400 0.98rem/1.45 var(--serif); overflow-wrap: anywhere; }
  .reason .terms { display: flex; flex-wrap: wrap; gap: 0.3rem; margin: 0.5rem 0 0.25rem; }
  .reason .terms span { padding: 0.1rem 0.55rem; border-radius: 999px; background: var(--lit); font-size: 0.88rem; }
  .reason .terms + figcaption { padding-inline-start: 0.1rem; }
  .reason figcaption { color: var(--muted); font-size: 0.8rem; padding-inline-start: 0.9rem; }
  .acts { display: flex; flex-wrap: wrap; gap: 0.4rem; margin-top: auto; }
  .acts .pill { min-height: 2.25rem; padding: 0.25rem 0.75rem; font-size: 0.88rem; }
  .acts .pill.first { border-color: transparent; background: var(--strong); color: var(--on-strong); font-weight: 600; }
  .acts .pill.first:hover { filter: brightness(1.08); }
  .acts .pill.done { border-style: dashed; color: var(--muted); }
  .film.compact .top { grid-template-columns: 4.6rem 1fr; }
  .film.compact { gap: 0.6rem; }
  .row.single > li { container-type: inline-size; }
  @container (min-width: 36rem) {
    .single .film:not(.compact) { display: grid; grid-template-columns: 12.5rem 1fr; align-items: start; gap: 0 1.4rem; padding: 1.1rem; }
    .single .film:not(.compact) > * { grid-column: 2; margin-top: 0.8rem; }
    .single .film:not(.compact) > .heart { margin: 0; }
    .single .film:not(.compact) .top { display: contents; }
    .single .film:not(.compact) .poster { grid-column: 1; grid-row: 1 / span 8; }
    .single .film:not(.compact) .facts { grid-column: 2; font-size: 0.95rem; }
    .single .film:not(.compact) .facts h2 { font-size: 1.6rem; }
  }
`;
