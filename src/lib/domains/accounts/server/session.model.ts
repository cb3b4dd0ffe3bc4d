/** Sessions: who is signed in where. The token itself is known to the browser alone. */
import { defineModel, documentSchema, partSchema } from '$lib/server/mongo';
import type { Device } from './sessions/device-words';

export interface SessionDocument {
  /** Names the session on the account page; useless for getting in. */
  _id: string;
  tokenHash: string;
  personId: string;
  device: Device;
  /** The hat the person wears in this browser, `volunteer` or `ngo:slug`; null until one is chosen. */
  hat: string | null;
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
}

const schema = documentSchema<SessionDocument>({
  tokenHash: { type: String, required: true },
  personId: { type: String, required: true },
  device: {
    type: partSchema({ browser: { type: String, default: null }, system: { type: String, default: null } }),
    required: true,
  },
  hat: { type: String, default: null },
  createdAt: { type: Date, required: true },
  lastUsedAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
});
// actorOfSession: once per request.
schema.index({ tokenHash: 1 }, { unique: true });
// The account page lists a person's sessions; a new password ends them.
schema.index({ personId: 1, lastUsedAt: -1 });
// forgetSessions: those that ended.
schema.index({ expiresAt: 1 });

export const Sessions = defineModel<SessionDocument>('Session', schema, 'sessions');
