/** The launcher and the frame that the chat opens in, on somebody else's page. */
import { css } from "lit";

export const widget = css`
  :host {
    all: initial;
    --rem: 16px;
    position: fixed;
    right: 1.25rem;
    bottom: 1.25rem;
    z-index: 2147483000;
    color-scheme: light dark;
    font: 600 1rem/1.2 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  }
  :host([theme="dark"]) { color-scheme: dark; }
  :host([theme="light"]) { color-scheme: light; }
  *, *::before { box-sizing: border-box; }
  .launch { position: relative; display: grid; place-items: center; width: 3.75rem; height: 3.75rem; padding: 0; border: 0; border-radius: 50%; background: #2e1c3c; color: #fff3df; box-shadow: 0 6px 22px rgb(0 0 0 / 0.3), 0 0 0 1px rgb(255 226 174 / 0.25); cursor: pointer; transition: transform 0.15s; }
  .launch:hover { transform: scale(1.05); }
  .launch:focus-visible { outline: 3px solid #f7bb5e; outline-offset: 3px; }
  .launch svg { width: 2rem; height: 2rem; }
  .badge { position: absolute; top: -0.2rem; right: -0.2rem; min-width: 1.4rem; height: 1.4rem; padding: 0 0.35rem; border-radius: 999px; background: #f7bb5e; color: #21142c; font-size: 0.85rem; line-height: 1.4rem; text-align: center; }
  .frame { position: fixed; right: 1.25rem; bottom: 1.25rem; width: min(26.5rem, 100vw - 2.5rem); height: min(42rem, 100dvh - 2.5rem); border-radius: 18px; overflow: hidden; box-shadow: 0 18px 60px rgb(0 0 0 / 0.38), 0 0 0 1px light-dark(rgb(60 35 20 / 0.16), rgb(255 255 255 / 0.14)); }
  usher-chat { --rem: 16px; }
  .frame[hidden], .launch[hidden] { display: none; }
  @media (max-width: 480px) {
    .frame { inset: 0; width: 100vw; height: 100dvh; border-radius: 0; }
  }
  @media (prefers-reduced-motion: reduce) {
    .launch { transition: none; }
  }
`;
