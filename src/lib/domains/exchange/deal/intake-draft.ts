/** A deal that a broker has begun to type: what the browser sends to be kept. */
import { z } from 'zod';

export const DRAFT_FIELDS_MAX = 12_000;
export const MOST_DRAFTS = 20;

export const draftKey = z.string().regex(/^[\w-]{16,64}$/);
const typed = z.record(z.string().max(60), z.array(z.string().max(600)).max(5));
export type TypedFields = z.output<typeof typed>;

export const keepDraftForm = z.strictObject({ key: draftKey, fields: typed });
export const discardDraftForm = z.strictObject({ key: draftKey });

/** What was kept, or nothing where it cannot be read. */
export function readFields(json: string): TypedFields {
  try {
    const read = typed.safeParse(JSON.parse(json));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}

/** The sides as typed, or the first promise: what the list of unfinished deals shows. */
export function draftTitle(fields: TypedFields): string {
  const sides = [0, 1, 2].flatMap((place) => fields[`parties.${place}`]?.[0]?.trim() || []);
  return (sides.length > 0 ? sides.join(' ⇄ ') : (fields['legs.0.what']?.[0] ?? '').trim()).slice(0, 160);
}

const whatever = z.unknown().optional();

/** The whole form as it stands, right or wrong: a draft need not be complete. Nested fields become dotted names again. */
export const plainDraft = z
  .strictObject({
    parties: whatever,
    legs: whatever,
    contactBy: whatever,
    contactDay: whatever,
    signing: whatever,
    signed: whatever,
    different: whatever,
  })
  .transform((form) => {
    const fields: TypedFields = {};
    const add = (name: string, value: unknown): void => {
      if (typeof value === 'string') fields[name.slice(0, 60)] = [value.slice(0, 600)];
      else if (value !== null && typeof value === 'object')
        for (const [key, inner] of Object.entries(value)) add(name ? `${name}.${key}` : key, inner);
    };
    add('', form);
    return fields;
  });
