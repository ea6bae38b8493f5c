import { describe, expect, it } from "vitest";
import type { Custom, Film, Message } from "../types";
import { actOf } from "./events";
import { wordsOf } from "./kinds";

const film = { id: "her-2013", title: "Her", year: 2013, genres: [], directors: [], reasons: [] } as unknown as Film;
const said = (text: string, custom: Partial<Custom>): Message =>
  ({ sequence: 1, author: "bot", text, custom: { kind: "recommendations", ...custom } }) as Message;

describe("the words of a reply", () => {
  it.each([
    ["Try these:\n1. Her (2013): Tender.\nWhich mood?", { films: [film] }, "Try these:\nWhich mood?"],
    ["Why Her (2013):\n• Tender.\n• Warm.", { kind: "film", films: [film] }, "Why Her (2013):"],
    ["Her (2013)\n2 h\nTheodore writes letters.", { kind: "film", films: [film] }, ""],
    ["It has:\n- a voice", { kind: "answer", films: [film] }, "It has:\n- a voice"],
    ["This I know:\n• You like Her", { kind: "taste", films: [], entries: [{}] }, "This I know:"],
    ["What they share:\n• Both …", { kind: "comparison", films: [film, film], shared: [{}] }, ""],
    [
      "I know too little.",
      { kind: "comparison", films: [film, film], shared: [], different: [] },
      "I know too little.",
    ],
    ["1. just text", { kind: "notice", films: [] }, "1. just text"],
  ])("%j", (text, custom, shown) => {
    expect(wordsOf(said(text, custom as Partial<Custom>))).toBe(shown);
  });

  it("knows a signed button's act", () => {
    expect([actOf("b.more_like.abcdefghij.xyz"), actOf("why the first one?"), actOf("b.")]).toEqual([
      "more_like",
      null,
      null,
    ]);
  });
});
