/** The full page at `/`. */
import type { UsherChat } from "./elements/chat";
import { register } from "./register";
import { cookieProof, keep, recall } from "./settings";
import { converse } from "./talk/start";
import { JsonTransport } from "./talk/transport";
import type { Language } from "./types";
import { LANGUAGES, preferredLanguage, sayIn } from "./words";

register();
const chat = document.querySelector("usher-chat") as UsherChat;
const darkness = matchMedia("(prefers-color-scheme: dark)");

function chosenLanguage(): Language {
  const kept = recall("language");
  return LANGUAGES.find((language) => language === kept) ?? preferredLanguage(navigator.languages);
}

function chosenTheme(): UsherChat["theme"] {
  const kept = recall("theme");
  return kept === "dark" || kept === "light" ? kept : "auto";
}

function paint(): void {
  const root = document.documentElement;
  chat.dark = chat.theme === "dark" || (chat.theme === "auto" && darkness.matches);
  root.lang = chat.language;
  root.dataset["theme"] = chat.theme;
  document.title = sayIn(chat.language)("title");
  // The browser's own bars take the page's colour.
  const bars = document.querySelector<HTMLMetaElement>('meta[name="theme-color"]');
  if (bars) bars.content = chat.dark ? "#150f1c" : "#f8f2e7";
}

chat.language = chosenLanguage();
chat.theme = chosenTheme();
chat.conversation = converse(new JsonTransport("", cookieProof));
paint();
darkness.addEventListener("change", paint);
chat.addEventListener("usher-settings", () => {
  if (chat.theme !== "auto") keep("theme", chat.theme);
  if (chat.language !== chosenLanguage()) keep("language", chat.language);
  paint();
});
/** Answers that came while the tab was out of sight are counted in its title. */
let seen = 0;
chat.conversation.addEventListener("change", () => {
  const answers = chat.conversation.messages.filter(({ author }) => author === "bot");
  if (!document.hidden) seen = answers.length;
  const title = sayIn(chat.language)("title");
  document.title = answers.length > seen ? `(${answers.length - seen}) ${title}` : title;
});
document.addEventListener("visibilitychange", () => {
  if (document.hidden) seen = chat.conversation.messages.filter(({ author }) => author === "bot").length;
  else document.title = sayIn(chat.language)("title");
});

// On a touch screen the focus would bring up the keyboard before anybody asked.
if (matchMedia("(pointer: fine)").matches) requestAnimationFrame(() => chat.focus());
