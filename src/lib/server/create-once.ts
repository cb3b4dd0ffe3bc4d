/** Forms sent twice make one record: the form's key is unique in the collection of what it creates. */
import type { Model } from 'mongoose';
import { isDuplicateKey } from './mongo';

/** Mix into a schema's definition, and add `schema.index({ formKey: 1 }, { unique: true, sparse: true })`. */
export const formKeyField = { formKey: { type: String, select: false } };

/**
 * Inserts `document`, or returns the one that the same form already made. `created` says which.
 * Other unique breaches are thrown for the caller to name.
 */
export async function createOnce<T extends { _id: string }>(
  model: Model<T>,
  formKey: string | undefined,
  document: Partial<T>,
): Promise<{ document: T; created: boolean }> {
  try {
    const made = await model.create({ ...document, ...(formKey ? { formKey } : {}) } as never);
    return { document: (made as unknown as { toObject(): T }).toObject(), created: true };
  } catch (error) {
    if (!formKey || !isDuplicateKey(error) || !error.keyPattern || !('formKey' in error.keyPattern)) throw error;
    const existing = await model.findOne({ formKey } as never).lean<T>();
    if (!existing) throw error;
    return { document: existing, created: false };
  }
}
