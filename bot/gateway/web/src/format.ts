/** Numbers, times and names as people read them. */
import type { Film, Language } from "./types";
import { nameOf, type Say } from "./words";

export function runtimeText(minutes: number | null | undefined, say: Say): string {
  if (!minutes || minutes <= 0) return "";
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (!hours) return say("runtime.minutes", { minutes: rest });
  return rest ? say("runtime.both", { hours, minutes: rest }) : say("runtime.hours", { hours });
}

export function timeText(iso: string | null | undefined, language: Language, now = new Date()): string {
  const moment = iso ? new Date(iso) : null;
  if (!moment || Number.isNaN(moment.getTime())) return "";
  const sameDay = moment.toDateString() === now.toDateString();
  const options: Intl.DateTimeFormatOptions = sameDay
    ? { hour: "2-digit", minute: "2-digit" }
    : { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };
  return new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", options).format(moment);
}

export function genresText(film: Film, language: Language): string {
  if (film.labels?.genres) return film.labels.genres.join(", ");
  return film.genres.map((genre) => nameOf(language, "genre", genre)).join(", ");
}

/** "Her (2013)", or the title alone where nobody knows the year. */
export function titleAndYear(film: Pick<Film, "title" | "year">): string {
  return film.year ? `${film.title} (${film.year})` : film.title;
}

/** A readable name for a film of which only the id is at hand: "ex-machina-2014" becomes "Ex Machina (2014)". */
export function titleFromId(id: string): string {
  const parts = /^(.*?)-(\d{4})$/.exec(id);
  const slug = parts?.[1] ?? id;
  const title = slug.replaceAll("-", " ").replace(/(^| )\p{L}/gu, (start) => start.toUpperCase());
  return parts?.[2] ? `${title} (${parts[2]})` : title;
}

/** The first sentence or so of a text, cut at a word. */
export function teaser(text: string, limit = 105): { short: string; cut: boolean } {
  if (text.length <= limit + 40) return { short: text, cut: false };
  const sentence = /^.{40,}?[.!?…]["”“»]?(?=\s)/su.exec(text.slice(0, limit + 40));
  if (sentence) return { short: sentence[0], cut: true };
  const space = text.lastIndexOf(" ", limit);
  return { short: `${text.slice(0, space > 60 ? space : limit)} …`, cut: true };
}

/** A list of films as plain text, for the clipboard and for sharing. */
export function listAsText(films: readonly Film[], say: Say, language: Language): string {
  return films
    .map((film, place) => {
      const facts = [runtimeText(film.runtime, say), genresText(film, language), film.directors.join(", ")].filter(
        Boolean,
      );
      const why = film.reasons[0] ? `\n   ${film.reasons[0].text}` : "";
      return `${place + 1}. ${titleAndYear(film)}${facts.length ? ` – ${facts.join(" · ")}` : ""}${why}`;
    })
    .join("\n");
}
