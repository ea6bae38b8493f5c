/** The reply JSON and the public API, as the gateway speaks them. */

export type Language = "en" | "de";
export type Kind = "recommendations" | "film" | "answer" | "choice" | "watchlist" | "taste" | "comparison" | "notice";

export interface Option {
  label: string;
  payload: string;
}

export interface Evidence {
  film: string | null;
  source: string;
  language?: string | null;
  text: string;
  field?: string | null;
  author?: string | null;
}

export interface Reason {
  aspect: string;
  text: string;
  evidence: Evidence[];
}

/** A film's lists of coded values that have names. */
export type TermList = "genres" | "themes" | "moods" | "style" | "content_notes";

export interface Film {
  id: string;
  title: string;
  original_title?: string | null;
  titles?: Record<string, string | null>;
  year: number | null;
  runtime?: number | null;
  genres: string[];
  languages?: string[];
  countries?: string[];
  directors: string[];
  cast?: { name: string; role?: string | null }[];
  themes?: string[];
  moods?: string[];
  style?: string[];
  content_notes?: string[];
  certificate?: Record<string, string | number | null> | null;
  synopsis?: string | null;
  synopsis_language?: string | null;
  poster?: string | null;
  where?: { country: string; provider: string; kind: string; address: string | null }[];
  /** Names of the coded values in the reply's language. */
  labels?: Partial<Record<TermList, string[]>> & { runtime?: string | null };
  caveat?: string | null;
  options?: Option[];
  reasons: Reason[];
}

/** One thing remembered about the person. */
export interface Entry {
  shelf: "taste" | "seen" | "watchlist";
  kind: string;
  key: string;
  name: string;
  words: string;
  verdict: "like" | "dislike" | null;
  code: string;
  options: Option[];
}

export interface Custom {
  kind: Kind;
  language?: Language;
  films?: Film[];
  options?: Option[];
  entries?: Entry[];
  shared?: Reason[];
  different?: Reason[];
  /** True where everything said before this message was erased. */
  forget?: boolean;
  export?: object | null;
}

export interface Message {
  sequence: number;
  author: "bot" | "person";
  id?: string | null;
  reply_to?: string | null;
  text: string;
  custom?: Custom | null;
  time?: string | null;
}

export interface Batch {
  messages: Message[];
  last: number;
}

export type DeliveryState = "sending" | "sent" | "failed";

export interface Outgoing {
  id: string;
  text: string;
  payload: string | null;
  language: Language;
  at: string;
  state: DeliveryState;
  problem: string | null;
}
