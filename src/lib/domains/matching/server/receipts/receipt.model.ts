/** Kept match receipts: of invitations, and of lists that a moderator samples. */
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema } from '$lib/server/mongo';
import type { MatchReceipt } from '../../receipt';

export interface ReceiptDocument extends WithOutbox {
  missionId: string;
  roleId: string;
  organisationId: string;
  /** Why it was kept. */
  cause: 'invitation' | 'sample';
  /** Whom the invitation goes to; null for a sample. */
  personId: string | null;
  keptBy: string | null;
  keptAt: Date;
  receipt: MatchReceipt;
}

const schema = documentSchema<ReceiptDocument>({
  missionId: { type: String, required: true },
  roleId: { type: String, required: true },
  organisationId: { type: String, required: true },
  cause: { type: String, enum: ['invitation', 'sample'], required: true },
  personId: { type: String, default: null },
  keptBy: { type: String, default: null },
  keptAt: { type: Date, required: true },
  receipt: { type: Object, required: true },
  ...outboxField,
});
// receiptsOfRole: newest first. The same invitation keeps one receipt.
schema.index({ missionId: 1, roleId: 1, keptAt: -1 });
// What a person may read of herself, and the deletion of her account.
schema.index({ personId: 1, keptAt: -1 });
// keptReceipts: all of them, newest first.
schema.index({ keptAt: -1 });
indexOutbox(schema);

export const Receipts = defineModel<ReceiptDocument>('MatchReceipt', schema, 'match_receipts');
registerOutbox(Receipts);
