/** Speaking and reading aloud, with what the browser brings; nothing of it is sent to us but the words it heard. */
import type { Language } from "../types";

interface Recognition extends EventTarget {
  lang: string;
  interimResults: boolean;
  start(): void;
  stop(): void;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }> }) => void) | null;
  onend: (() => void) | null;
  onerror: ((event: { error: string }) => void) | null;
}

type Maker = new () => Recognition;

function recognition(): Maker | null {
  const names = globalThis as unknown as { SpeechRecognition?: Maker; webkitSpeechRecognition?: Maker };
  return names.SpeechRecognition ?? names.webkitSpeechRecognition ?? null;
}

export const canListen = (): boolean => recognition() !== null;
export const canRead = (): boolean => "speechSynthesis" in globalThis;

const TAGS: Record<Language, string> = { en: "en-GB", de: "de-DE" };

/** Listens once; `heard` gets the words so far, `ended` whether they are the last. Returns what stops it. */
export function listen(language: Language, heard: (text: string) => void, ended: (said: boolean) => void): () => void {
  const Maker = recognition();
  if (!Maker) return () => undefined;
  const ear = new Maker();
  let said = false;
  ear.lang = TAGS[language];
  ear.interimResults = true;
  ear.onresult = ({ results }) => {
    const parts = Array.from(results);
    said = parts.some(({ isFinal }) => isFinal);
    heard(parts.map((part) => part[0]?.transcript ?? "").join(""));
  };
  ear.onend = () => ended(said);
  ear.onerror = () => undefined;
  ear.start();
  return () => ear.stop();
}

export function read(text: string, language: Language): void {
  if (!canRead()) return;
  speechSynthesis.cancel();
  const speech = new SpeechSynthesisUtterance(text);
  speech.lang = TAGS[language];
  speechSynthesis.speak(speech);
}

export function hush(): void {
  if (canRead()) speechSynthesis.cancel();
}
