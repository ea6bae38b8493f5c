import { describe, expect, it } from "vitest";
import { listAsText, runtimeText, teaser, timeText, titleFromId } from "./format";
import type { Film } from "./types";
import { sayIn } from "./words";

const film = {
  id: "her-2013",
  title: "Her",
  year: 2013,
  runtime: 126,
  genres: ["science fiction", "drama"],
  directors: ["Spike Jonze"],
  reasons: [{ aspect: "mood", text: "Tender.", evidence: [] }],
} as Film;

describe("lengths and times", () => {
  it.each([
    [126, "2 h 6 min", "2 Std. 6 Min."],
    [120, "2 h", "2 Std."],
    [45, "45 min", "45 Min."],
    [0, "", ""],
    [null, "", ""],
  ])("%s minutes", (minutes, english, german) => {
    expect([runtimeText(minutes, sayIn("en")), runtimeText(minutes, sayIn("de"))]).toEqual([english, german]);
  });

  it("shows the day only when it is not today, and nothing for nonsense", () => {
    const now = new Date("2026-03-02T12:00:00");
    expect(timeText("2026-03-02T09:05:00", "de", now)).toBe("09:05");
    expect(timeText("2026-03-01T09:05:00", "en", now)).toMatch(/1 Mar.*09:05/);
    expect([timeText("soon", "en", now), timeText(null, "en", now)]).toEqual(["", ""]);
  });
});

describe("texts", () => {
  it("names a film by its id where it knows no better", () => {
    expect([titleFromId("ex-machina-2014"), titleFromId("blade-runner-2049-2017"), titleFromId("m")]).toEqual([
      "Ex Machina (2014)",
      "Blade Runner 2049 (2017)",
      "M",
    ]);
  });

  it("cuts a synopsis at a sentence or a word, and short ones not at all", () => {
    const long =
      "A sentence that is long enough to stand by itself. And another one that goes on and on and on, and on, and on, further and further, to the end of the line.";
    expect(teaser(long)).toEqual({ short: "A sentence that is long enough to stand by itself.", cut: true });
    expect(teaser("word ".repeat(60)).short).toMatch(/word …$/);
    expect(teaser("Short.")).toEqual({ short: "Short.", cut: false });
    expect(teaser("x".repeat(500)).short.length).toBeLessThan(120);
  });

  it("writes a list of films as plain text", () => {
    expect(listAsText([film], sayIn("de"), "de")).toBe(
      "1. Her (2013) – 2 Std. 6 Min. · Science-Fiction, Drama · Spike Jonze\n   Tender.",
    );
    expect(listAsText([{ ...film, runtime: null, genres: [], directors: [], reasons: [] }], sayIn("en"), "en")).toBe(
      "1. Her (2013)",
    );
  });
});
