/** The collection of organisations: one document holds the texts, the members, the invitations and the standing. */
import { formKeyField } from '$lib/server/create-once';
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema, partSchema } from '$lib/server/mongo';
import { timelineField, type TimelineEntry } from '$lib/server/timeline';
import type { Locale } from '$lib/shared/locale';
import {
  FLAG_KINDS,
  MEMBER_ROLES,
  ORGANISATION_KINDS,
  ORGANISATION_STATES,
  REVIEW_STATES,
  type Flag,
  type Member,
  type MemberRole,
  type OrganisationKind,
  type OrganisationState,
  type OrganisationTexts,
  type ReviewState,
} from '../organisation';
import type { Responsiveness } from '../responsiveness';

export interface StoredInvitation {
  id: string;
  email: string;
  role: MemberRole;
  /** Language of the mail when the invited person has no account. */
  locale: Locale;
  /** SHA-256 of the token; the token itself is in the mail only. */
  tokenHash: string;
  invitedBy: string | null;
  createdAt: Date;
  expiresAt: Date;
}

export interface OrganisationDocument extends WithOutbox, OrganisationTexts {
  slug: string;
  kind: OrganisationKind;
  /** To sort and to look for duplicates by: made of the texts by `derivedFrom`. */
  sortName: string;
  nameTokens: string[];
  websiteHost: string | null;
  state: OrganisationState;
  review: { state: ReviewState; since: Date; note: string | null };
  suspension: { at: Date; reason: string } | null;
  /** Counts the edits of the texts: an edit names the version it began from. */
  version: number;
  /** Counts the decisions of moderators. */
  round: number;
  flags: Flag[];
  members: Member[];
  invitations: StoredInvitation[];
  responsiveness: Responsiveness;
  createdBy: string | null;
  createdAt: Date;
  verifiedAt: Date | null;
  mergedInto: string | null;
  /** Duplicates that became part of this organisation. */
  absorbed: string[];
  timeline: TimelineEntry[];
  formKey?: string;
}

const required = { type: String, required: true };

const schema = documentSchema<OrganisationDocument>({
  ...formKeyField,
  ...outboxField,
  ...timelineField,
  slug: required,
  kind: { ...required, enum: ORGANISATION_KINDS },
  name: required,
  sortName: required,
  nameTokens: { type: [String], default: [] },
  legalForm: required,
  country: required,
  city: required,
  website: { type: String, default: null },
  websiteHost: { type: String, default: null },
  purpose: required,
  means: required,
  proof: required,
  registerNumber: { type: String, default: null },
  causes: { type: [String], default: [] },
  languages: { type: [String], default: [] },
  description: { type: String, default: '' },
  language: required,
  state: { ...required, enum: ORGANISATION_STATES },
  review: {
    type: partSchema({
      state: { ...required, enum: REVIEW_STATES },
      since: { type: Date, required: true },
      note: { type: String, default: null },
    }),
    required: true,
  },
  suspension: { type: partSchema({ at: { type: Date, required: true }, reason: required }), default: null },
  version: { type: Number, default: 1 },
  round: { type: Number, default: 1 },
  flags: {
    type: [
      partSchema({
        kind: { ...required, enum: FLAG_KINDS },
        at: { type: Date, required: true },
        detail: { type: String, default: '' },
      }),
    ],
    default: [],
  },
  members: {
    type: [
      partSchema({
        personId: required,
        role: { ...required, enum: MEMBER_ROLES },
        since: { type: Date, required: true },
      }),
    ],
    default: [],
  },
  invitations: {
    type: [
      partSchema({
        id: required,
        email: required,
        role: { ...required, enum: MEMBER_ROLES },
        locale: required,
        tokenHash: required,
        invitedBy: { type: String, default: null },
        createdAt: { type: Date, required: true },
        expiresAt: { type: Date, required: true },
      }),
    ],
    default: [],
  },
  responsiveness: {
    type: partSchema({
      asked: { type: Number, default: 0 },
      answered: { type: Number, default: 0 },
      medianReplyHours: { type: Number, default: null },
      recent: {
        type: [
          partSchema({
            key: { type: String, default: null },
            answered: { type: Boolean, required: true },
            hours: { type: Number, default: null },
          }),
        ],
        default: [],
      },
    }),
    required: true,
  },
  createdBy: { type: String, default: null },
  createdAt: { type: Date, required: true },
  verifiedAt: { type: Date, default: null },
  mergedInto: { type: String, default: null },
  absorbed: { type: [String], default: [] },
});
// organisationPage, requireMemberOfSlug: one organisation per address.
schema.index({ slug: 1 }, { unique: true });
// createOnce: a form sent twice makes one organisation.
schema.index({ formKey: 1 }, { unique: true, sparse: true });
// membershipsOf, forgetMember: the organisations of a person.
schema.index({ 'members.personId': 1 });
// acceptInvitation, invitationByToken.
schema.index({ 'invitations.tokenHash': 1 }, { sparse: true });
// forgetInvitations: what is over.
schema.index({ 'invitations.expiresAt': 1 }, { sparse: true });
// organisationsToVerify: the moderators' queue, oldest first.
schema.index({ state: 1, 'review.state': 1, 'review.since': 1 });
// flaggedOrganisations: the moderators' second queue.
schema.index({ 'flags.at': 1 }, { sparse: true });
// listOrganisations without the search engine: by name.
schema.index({ state: 1, kind: 1, sortName: 1 });
// possibleDuplicates: words, website and register number in common.
schema.index({ nameTokens: 1 });
schema.index({ websiteHost: 1 });
schema.index({ registerNumber: 1 });
indexOutbox(schema);

export const Organisations = defineModel<OrganisationDocument>('Organisation', schema, 'organisations');
registerOutbox(Organisations);
