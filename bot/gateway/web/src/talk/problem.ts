/** What can go wrong between the page and the gateway. */

/** The gateway answered, and said no (an RFC 9457 problem document). */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(`${status}: ${detail}`);
  }

  /** Whether the same message may succeed later, unchanged. */
  get passing(): boolean {
    return this.status === 429 || this.status >= 500;
  }
}

/** Nobody answered: no network, or no gateway. */
export class Unreachable extends Error {}

/** The word that tells a person what went wrong, by the gateway's status. */
export function wordFor(problem: unknown): string {
  if (!(problem instanceof Refusal)) return "problem.unreachable";
  if (problem.status === 413 || problem.status === 422) return "problem.refused";
  if (problem.status === 429) return "problem.hurry";
  if (problem.status === 401 || problem.status === 403) return "problem.session";
  return "problem.server";
}
