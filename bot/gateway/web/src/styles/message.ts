/** What was said: the person's words in a bubble, Usher's plainly on the page. */
import { css } from "lit";

export const message = css`
  usher-message { display: block; }
  .bubble { max-width: min(85%, 34rem); padding: 0.65rem 1.05rem; border-radius: 1.25rem 1.25rem 0.3rem 1.25rem; background: var(--said); color: var(--on-said); white-space: pre-wrap; overflow-wrap: anywhere; }
  .person { display: flex; flex-direction: column; align-items: flex-end; gap: 0.3rem; width: 100%; max-width: var(--column); margin: 0 auto; }
  .bot { display: flex; flex-direction: column; gap: 0.85rem; }
  .words { width: 100%; max-width: var(--column); margin: 0 auto; font-size: 1.06rem; white-space: pre-line; overflow-wrap: anywhere; text-wrap: pretty; }
  .words.after { color: var(--muted); font-size: 1rem; }
  .meta { display: flex; flex-wrap: wrap; align-items: center; gap: 0.2rem 0.7rem; width: 100%; max-width: var(--column); margin: 0 auto; color: var(--muted); font-size: 0.82rem; min-height: 1.2rem; }
  .person .meta { justify-content: flex-end; }
  .meta .icon { width: 1.05em; height: 1.05em; }
  .plain { display: inline-flex; align-items: center; gap: 0.35rem; min-height: 1.75rem; padding: 0 0.35rem; margin: 0 -0.1rem; border: 0; border-radius: 6px; background: none; color: var(--muted); font-size: inherit; text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: 0.2em; }
  .plain:hover { color: var(--text); text-decoration-color: currentColor; }
  .failed { color: var(--alarm); }
  .failed .plain { color: inherit; font-weight: 600; text-decoration-color: currentColor; }
  .quick { display: flex; flex-wrap: wrap; gap: 0.5rem; width: 100%; max-width: var(--column); margin: 0 auto; }
  .pending .bubble { opacity: 0.82; }
  .kind-notice .words { border-inline-start: 3px solid var(--torch); padding-inline-start: 0.9rem; }
  .sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 1rem 2rem; width: 100%; max-width: var(--column); margin: 0 auto; }
  .side { display: grid; align-content: start; gap: 0.6rem; }
  .side h2 { font: 600 1.15rem/1.2 var(--serif); }
  .shelf { width: 100%; max-width: var(--column); margin: 0 auto; border-top: 1px solid var(--line); }
  .entry { display: grid; grid-template-columns: auto 1fr auto; align-items: center; gap: 0.8rem; padding: 0.55rem 0.2rem; border-bottom: 1px solid var(--line); }
  .entry-mark { color: var(--muted); }
  .entry.like .entry-mark { color: var(--heart); }
  .entry b { font-weight: 600; }
  .entry small { display: block; color: var(--muted); font-size: 0.86rem; overflow-wrap: anywhere; }
  @media (prefers-reduced-motion: no-preference) {
    .arrives { animation: arrive 0.35s ease both; }
    @keyframes arrive { from { opacity: 0; transform: translateY(8px); } }
  }
`;
