/** The only shapes of an organisation that leave the server. */
import type {
  Flag,
  MemberRole,
  OrganisationKind,
  OrganisationState,
  OrganisationTexts,
  ReviewState,
} from '../organisation';
import { shareAnswered } from '../responsiveness';
import type { OrganisationDocument } from './organisation.model';

export interface OrganisationCard {
  id: string;
  slug: string;
  name: string;
  kind: OrganisationKind;
  country: string;
  city: string;
  state: OrganisationState;
  causes: string[];
  purpose: string;
  /** Language of the purpose. */
  language: string;
  /** Median hours to a reply; null while unknown. */
  replyHours: number | null;
  /** 0..1; null while nobody has asked. */
  shareAnswered: number | null;
}

export function toCard(document: OrganisationDocument): OrganisationCard {
  return {
    id: document._id,
    slug: document.slug,
    name: document.name,
    kind: document.kind,
    country: document.country,
    city: document.city,
    state: document.state,
    causes: [...document.causes],
    purpose: document.purpose,
    language: document.language,
    replyHours: document.responsiveness.medianReplyHours,
    shareAnswered: shareAnswered(document.responsiveness),
  };
}

/** What everyone may read on the organisation's page. */
export interface OrganisationPageView extends OrganisationCard {
  legalForm: string;
  website: string | null;
  registerNumber: string | null;
  languages: string[];
  /** Harmless HTML made of the organisation's Markdown. */
  descriptionHtml: string;
  verifiedAt: Date | null;
}

export function toPageView(document: OrganisationDocument, render: (markdown: string) => string): OrganisationPageView {
  return {
    ...toCard(document),
    legalForm: document.legalForm,
    website: document.website,
    registerNumber: document.registerNumber,
    languages: [...document.languages],
    descriptionHtml: document.description ? render(document.description) : '',
    verifiedAt: document.verifiedAt,
  };
}

export function toTexts(document: OrganisationDocument): OrganisationTexts {
  return {
    name: document.name,
    legalForm: document.legalForm,
    country: document.country,
    city: document.city,
    website: document.website,
    purpose: document.purpose,
    means: document.means,
    proof: document.proof,
    registerNumber: document.registerNumber,
    causes: [...document.causes],
    languages: [...document.languages],
    description: document.description,
    language: document.language,
  };
}

/** What members see of their own organisation. */
export interface WorkspaceView extends OrganisationCard {
  texts: OrganisationTexts;
  version: number;
  review: { state: ReviewState; since: Date; note: string | null };
  suspension: { at: Date; reason: string } | null;
  createdAt: Date;
  verifiedAt: Date | null;
  asked: number;
  answered: number;
}

export function toWorkspaceView(document: OrganisationDocument): WorkspaceView {
  return {
    ...toCard(document),
    texts: toTexts(document),
    version: document.version,
    review: { ...document.review },
    suspension: document.suspension ? { ...document.suspension } : null,
    createdAt: document.createdAt,
    verifiedAt: document.verifiedAt,
    asked: document.responsiveness.asked,
    answered: document.responsiveness.answered,
  };
}

/** One line of the moderators' queues. */
export interface OrganisationQueueItem {
  id: string;
  name: string;
  country: string;
  waitingSince: Date;
  /** Why it is there: it waits for its first check, came back corrected, or was flagged afterwards. */
  why: 'new' | 'corrected' | Flag['kind'];
}

export interface MemberView {
  personId: string;
  name: string;
  role: MemberRole;
  since: Date;
}
