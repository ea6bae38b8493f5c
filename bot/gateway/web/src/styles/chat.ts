/** The room: header, the conversation, and the field to write in. */
import { css } from "lit";

export const chat = css`
  :host { display: flex; flex-direction: column; position: relative; height: 100%; min-height: 0; background: var(--paper); overflow: clip; isolation: isolate; }
  :host::before {
    content: "";
    position: absolute;
    inset: 0;
    z-index: -1;
    pointer-events: none;
    background: conic-gradient(from 118deg at 34px 26px, transparent 0deg, var(--beam) 9deg, var(--beam) 16deg, transparent 30deg);
    mask-image: radial-gradient(120% 95% at 0 0, #000 20%, transparent 78%);
    opacity: 0.55;
    transition: opacity 0.8s ease;
  }
  :host([first])::before { opacity: 1; }
  header { display: flex; align-items: center; gap: 0.25rem; padding: 0.5rem max(1rem, env(safe-area-inset-right)) 0.5rem max(1rem, env(safe-area-inset-left)); min-height: 3.5rem; }
  .mark { display: flex; align-items: center; gap: 0.6rem; margin-right: auto; font: 600 1.4rem/1 var(--serif); letter-spacing: 0.01em; }
  .mark svg { width: 1.7rem; height: 1.7rem; }
  .tool { display: inline-flex; align-items: center; justify-content: center; gap: 0.4rem; min-width: 2.75rem; height: 2.75rem; padding: 0 0.6rem; border: 0; border-radius: 999px; background: transparent; color: var(--muted); font-size: 0.9rem; font-weight: 600; letter-spacing: 0.03em; }
  .tool[aria-pressed="true"] { color: var(--torch); background: var(--lit); }
  .tool:hover { background: var(--lit); color: var(--text); }
  .main, .room { flex: 1; min-height: 0; position: relative; display: flex; flex-direction: column; }
  .log { position: relative; container-type: inline-size; flex: 1; min-height: 0; overflow-y: auto; overflow-x: hidden; overflow-anchor: none; overscroll-behavior: contain; padding: 0.5rem 0 1rem; scrollbar-width: thin; scrollbar-color: var(--line) transparent; }
  .log:focus-visible { outline-offset: -3px; }
  .flow { display: flex; flex-direction: column; gap: 1.4rem; max-width: var(--wide); margin: 0 auto; padding: 0 max(1rem, env(safe-area-inset-right)) 0 max(1rem, env(safe-area-inset-left)); }
  .earlier { align-self: center; }
  .newer { position: absolute; left: 50%; bottom: 0.75rem; transform: translateX(-50%); display: inline-flex; align-items: center; gap: 0.5rem; min-height: 2.75rem; padding: 0 1.1rem 0 0.9rem; border: 0; border-radius: 999px; background: var(--strong); color: var(--on-strong); font-weight: 600; font-size: 0.95rem; box-shadow: 0 6px 20px var(--shade); }
  .newer.quiet { left: auto; right: 1rem; transform: none; width: 2.75rem; padding: 0; justify-content: center; background: var(--raised); color: var(--text); box-shadow: 0 0 0 1px var(--edge), 0 4px 14px var(--shade); }
  .count { display: inline-grid; place-items: center; min-width: 1.5em; height: 1.5em; padding: 0 0.4em; border-radius: 999px; background: var(--on-strong); color: var(--strong); font-size: 0.85em; }
  .typing { display: flex; align-items: center; gap: 0.75rem; max-width: var(--column); width: 100%; margin: 0 auto; color: var(--muted); font-size: 0.95rem; min-height: 1.6rem; }
  .torches { display: inline-flex; gap: 0.3rem; }
  .torches i { width: 0.5rem; height: 0.5rem; border-radius: 50%; background: var(--torch); animation: flicker 1.3s infinite ease-in-out; }
  .torches i:nth-child(2) { animation-delay: 0.18s; }
  .torches i:nth-child(3) { animation-delay: 0.36s; }
  @keyframes flicker { 0%, 70%, 100% { opacity: 0.25; transform: none; } 35% { opacity: 1; transform: translateY(-3px); } }
  .link { display: flex; justify-content: center; align-items: center; gap: 0.5rem; padding: 0.45rem 1rem; background: var(--lit); color: var(--text); font-size: 0.9rem; text-align: center; }
  .link.starting { animation: late 0s 1.5s both; }
  @keyframes late { from { visibility: hidden; } }
  .pill { display: inline-flex; align-items: center; gap: 0.45rem; min-height: 2.5rem; padding: 0.4rem 1rem; border: 1px solid var(--edge); border-radius: 999px; background: transparent; color: var(--text); font-size: 0.95rem; line-height: 1.25; text-align: start; transition: background 0.15s, border-color 0.15s; }
  .pill:hover { background: var(--lit); border-color: var(--torch); }
`;

export const composer = css`
  .composer { display: grid; gap: 0.3rem; padding: 0.5rem max(1rem, env(safe-area-inset-right)) max(0.9rem, env(safe-area-inset-bottom)) max(1rem, env(safe-area-inset-left)); }
  .field { display: flex; align-items: flex-end; gap: 0.4rem; width: 100%; max-width: var(--column); margin: 0 auto; padding: 0.35rem; border: 1px solid var(--edge); border-radius: 1.75rem; background: var(--raised); box-shadow: 0 8px 28px var(--shade); transition: border-color 0.15s; }
  .field:focus-within { border-color: var(--torch); box-shadow: 0 0 0 1px var(--torch), 0 8px 28px var(--shade); }
  .field textarea { flex: 1; min-width: 0; resize: none; field-sizing: content; min-height: 2.75rem; max-height: 9rem; padding: 0.6rem 0.35rem 0.6rem 1rem; border: 0; outline: 0; background: transparent; line-height: 1.5; }
  .field textarea::placeholder { color: var(--muted); opacity: 1; }
  .mic { display: grid; place-items: center; flex: none; width: 2.75rem; height: 2.75rem; border: 0; border-radius: 50%; background: transparent; color: var(--muted); }
  .mic:hover { background: var(--lit); color: var(--text); }
  .mic.on { background: var(--alarm); color: var(--raised); }
  .hint { width: 100%; max-width: var(--column); margin: 0 auto; padding: 0.3rem 1.4rem 0; color: var(--muted); font-size: 0.85rem; line-height: 1.4; }
  .send { display: grid; place-items: center; flex: none; width: 2.75rem; height: 2.75rem; border: 0; border-radius: 50%; background: var(--strong); color: var(--on-strong); transition: transform 0.15s, opacity 0.15s; }
  .send:hover { transform: scale(1.06); }
  .send[aria-disabled="true"] { background: var(--sunken); color: var(--muted); transform: none; cursor: default; }
  .over { max-width: var(--column); width: 100%; margin: 0 auto; padding-inline: 1.2rem; color: var(--alarm); font-size: 0.9rem; }
`;

export const welcome = css`
  .welcome { width: 100%; max-width: var(--column); margin: clamp(0rem, 16vh - 6.4rem, 6rem) auto 0.5rem; }
  .welcome h2 { font: 500 clamp(2rem, 1.3rem + 3.4vw, 3.4rem)/1.08 var(--serif); letter-spacing: -0.015em; text-wrap: balance; }
  .welcome > p { margin-top: 0.9rem; max-width: 34rem; color: var(--muted); font-size: 1.08rem; text-wrap: pretty; }
  .tickets { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 0.7rem; margin-top: clamp(1rem, 3.4vh, 2.25rem); }
  .tickets li { filter: drop-shadow(0 1px 1px var(--shade)) drop-shadow(0 5px 12px var(--shade)); }
  .ticket { display: grid; grid-template-columns: 1fr 3.1rem; align-items: stretch; width: 100%; height: 100%; min-height: 4.2rem; padding: 0; border: 0; border-radius: 10px; background: var(--raised); text-align: start; transition: transform 0.18s ease;
    --cut: 8px;
    mask: radial-gradient(circle var(--cut) at calc(100% - 3.1rem) 0, transparent 97%, #000) 0 0 / 100% 51% no-repeat, radial-gradient(circle var(--cut) at calc(100% - 3.1rem) 100%, transparent 97%, #000) 0 100% / 100% 51% no-repeat; }
  .ticket:hover { transform: translateY(-2px) rotate(-0.35deg); }
  .ticket:focus-visible { outline-offset: -4px; }
  .ticket-words { display: grid; align-content: center; gap: 0.15rem; padding: 0.55rem 0.8rem 0.6rem 1.1rem; border-inline-end: 2px dashed var(--line); }
  .ticket small { color: var(--torch); font-size: 0.78rem; font-weight: 650; letter-spacing: 0.06em; text-transform: uppercase; }
  .ticket-words span { font: 500 1.12rem/1.3 var(--serif); }
  .stub { display: grid; place-items: center; color: var(--muted); }
  .ticket:hover .stub { color: var(--torch); }
`;
