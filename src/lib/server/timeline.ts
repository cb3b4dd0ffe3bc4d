/** What happened to an object, in order: kept inside the object itself and shown to those who may see it. */
import type { Context } from './context';
import { partSchema } from './mongo';

export interface TimelineEntry {
  at: Date;
  /** Person who did it; null for the platform itself. */
  by: string | null;
  /** Past tense, `published`, `offered`: the page has a sentence for each. */
  what: string;
  note: string | null;
}

/** Mix into a schema's definition. */
export const timelineField = {
  timeline: {
    type: [
      partSchema({
        at: { type: Date, required: true },
        by: { type: String, default: null },
        what: { type: String, required: true },
        note: { type: String, default: null },
      }),
    ],
    default: [],
  },
};

/** The entry to push in the same write as the change: `{ $push: { timeline: entry(ctx, 'published') } }`. */
export function entry(ctx: Context, what: string, note: string | null = null): TimelineEntry {
  return { at: ctx.now, by: ctx.actor?.personId ?? null, what, note };
}
