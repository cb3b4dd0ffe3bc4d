/** The terms of a charter as they are kept: in a version of it, and where a mediation prepares one. */
import { partSchema } from '$lib/server/mongo';

const words = { type: String, default: '' };
const id = { type: String, required: true };

export const promisedPart = partSchema({ id, title: words, detail: words });

export const termsPart = partSchema({
  language: id,
  startDay: id,
  endDay: id,
  hours: { type: Number, required: true },
  deliverables: { type: [promisedPart], default: [] },
  confidentiality: id,
  contact: words,
  other: words,
  sponsor: {
    type: partSchema({
      employer: id,
      hours: { type: Number, required: true },
      isPublic: { type: Boolean, required: true },
      signedBy: words,
      signedOn: id,
    }),
    default: null,
  },
});
