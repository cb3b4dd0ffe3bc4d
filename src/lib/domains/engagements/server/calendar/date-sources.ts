/** Dates of somebody's work that a higher domain knows of, such as answers she owes: it registers how to ask. */
import type { Context } from '$lib/server/context';
import type { WorkDate } from '../../calendar/work-date';

/** The dates of the one who asks, and nobody else's. */
export type DateSource = (ctx: Context) => Promise<WorkDate[]>;

const sources = new Map<string, DateSource>();

/** `registerDateSource('messaging.answers', …)`. */
export function registerDateSource(name: string, ask: DateSource): void {
  sources.set(name, ask);
}

export async function datesOfOthers(ctx: Context): Promise<WorkDate[]> {
  return (await Promise.all([...sources.values()].map((ask) => ask(ctx)))).flat();
}
