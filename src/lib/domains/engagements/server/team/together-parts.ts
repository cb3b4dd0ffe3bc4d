/** The parts of an engagement's document that are about people: pause, supervisor, handover, disputes, thanks. */
import { fileRefSchema } from '$lib/server/files/files';
import { partSchema } from '$lib/server/mongo';
import { END_KINDS } from '../../engagement/ending';
import { ENGAGEMENT_STATES, PARTIES } from '../../engagement/engagement';
import { HANDOVER_STATES } from '../../handover/handover';
import { DISPUTE_STATES, ENDED, RESOLUTIONS, SPEAKERS } from '../../mediation/dispute';
import { SUPERVISION_STATES } from '../../team/supervision';
import { termsPart } from '../charter/terms-part';

const words = { type: String, default: '' };
const wordsOrNull = { type: String, default: null };
const date = { type: Date, default: null };
const id = { type: String, required: true };
const when = { type: Date, required: true };
const yesOrNo = { type: Boolean, required: true };
const party = { type: String, enum: PARTIES, required: true };

const pause = partSchema({ by: party, reason: words, until: wordsOrNull, at: when, reminded: yesOrNo });

const supervision = partSchema({
  id,
  name: id,
  function: words,
  institution: words,
  email: words,
  locale: id,
  state: { type: String, enum: SUPERVISION_STATES, required: true },
  tokenHash: wordsOrNull,
  askedAt: when,
  expiresAt: when,
  answeredAt: date,
  version: { type: Number, default: null },
  hash: wordsOrNull,
  signedName: words,
  reason: words,
});

const handover = partSchema({
  state: { type: String, enum: HANDOVER_STATES, required: true },
  done: words,
  where: words,
  next: words,
  files: { type: [fileRefSchema], default: [] },
  proposedAt: when,
  answeredAt: date,
  answer: words,
  until: date,
  formKeys: { type: [String], default: [] },
});

const proposal = partSchema({
  id,
  resolution: { type: String, enum: RESOLUTIONS, required: true },
  words,
  entryIds: { type: [String], default: [] },
  terms: { type: termsPart, default: null },
  at: when,
  answers: {
    type: [partSchema({ party, personId: wordsOrNull, accepted: yesOrNo, words, at: when })],
    default: [],
  },
  formKey: wordsOrNull,
});

const dispute = partSchema({
  id,
  state: { type: String, enum: DISPUTE_STATES, required: true },
  before: { type: String, enum: ENGAGEMENT_STATES, required: true },
  by: party,
  personId: wordsOrNull,
  reason: words,
  asks: words,
  openedAt: when,
  answer: { type: partSchema({ text: words, personId: wordsOrNull, at: when }), default: null },
  moderatorId: wordsOrNull,
  takenAt: date,
  charterDraft: { type: termsPart, default: null },
  proposals: { type: [proposal], default: [] },
  messages: {
    type: [
      partSchema({
        id,
        from: { type: String, enum: SPEAKERS, required: true },
        personId: wordsOrNull,
        text: words,
        at: when,
        formKey: wordsOrNull,
      }),
    ],
    default: [],
  },
  closedAt: date,
  ended: { type: String, enum: [...ENDED, null], default: null },
  resolution: { type: String, enum: [...RESOLUTIONS, null], default: null },
  decision: words,
  formKey: wordsOrNull,
});

const thanks = partSchema({ text: words, at: when, agreedAt: date });

/** Mix into the schema's definition. */
export const togetherFields = {
  pause: { type: pause, default: null },
  supervised: { type: Boolean, default: false },
  supervision: { type: supervision, default: null },
  /** Those who answered and were replaced, without their addresses. */
  formerSupervisors: { type: [supervision], default: [] },
  teamVisible: { type: Boolean, default: null },
  handover: { type: handover, default: null },
  disputes: { type: [dispute], default: [] },
  thanks: {
    type: partSchema({ ngo: { type: thanks, default: null }, volunteer: { type: thanks, default: null } }),
    default: null,
  },
  endKind: { type: String, enum: [...END_KINDS, null], default: null },
};
