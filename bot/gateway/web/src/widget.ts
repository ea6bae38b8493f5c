/** The widget: `<script src="https://usher.example/widget.js" data-language="de" data-theme="dark" async></script>`. */
import { UsherWidget } from "./elements/widget";
import { register } from "./register";
import { home, recall, tokenProof } from "./settings";
import { converse } from "./talk/start";
import { JsonTransport } from "./talk/transport";
import { preferredLanguage } from "./words";

// Only while the script runs does the document say which one it is.
const script = document.currentScript as HTMLScriptElement | null;

function start(): void {
  if (!script || customElements.get("usher-widget")) return;
  home.origin = new URL(script.src).origin;
  register();
  customElements.define("usher-widget", UsherWidget);
  const widget = document.createElement("usher-widget") as UsherWidget;
  const { language, theme } = script.dataset;
  const wanted = [recall("language"), language, document.documentElement.lang, ...navigator.languages];
  widget.language = preferredLanguage(wanted.filter((each): each is string => !!each));
  const colours = recall("theme") ?? theme;
  widget.theme = colours === "dark" || colours === "light" ? colours : "auto";
  widget.connect = () => converse(new JsonTransport(home.origin, tokenProof));
  document.body.append(widget);
  if (tokenProof.known()) widget.resume();
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start, { once: true });
else start();
