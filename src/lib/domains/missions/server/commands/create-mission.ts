/** An editor begins a mission, from a template or from a blank page. */
import { AppError } from '$lib/shared/app-error';
import { isLocale } from '$lib/shared/locale';
import { newId } from '$lib/shared/ids';
import { requireConfirmed, type Context } from '$lib/server/context';
import { createOnce } from '$lib/server/create-once';
import { emit } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import type { OrganisationCard } from '$lib/domains/organisations/server/queries/organisation-cards';
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import { isCause } from '$lib/domains/skills/cause';
import { MAX_DRAFTS, type MissionRole, type MissionState } from '../../mission';
import type { CreateMission } from '../../mission-input';
import { NO_FILE } from '../../subject/policy-file';
import { contentOfTemplate } from '../../templates/mission-template';
import { Missions, type MissionDocument } from '../mission.model';

/** @throws AppError forbidden or not_found for who is no editor; refused for a suspended NGO and for too many drafts */
export async function createMission(
  ctx: Context,
  input: CreateMission,
  formKey?: string,
): Promise<{ missionId: string; slug: string; created: boolean }> {
  if (!ctx.system) requireConfirmed(ctx);
  const { organisation } = await requireMember(ctx, input.organisationId, 'editor');
  if (organisation.state === 'suspended') throw new AppError('refused', 'mission_error_organisation_suspended');
  await refuseTooManyDrafts(organisation.id);
  const document = draftOf(ctx, input, organisation);
  const made = await createOnce(Missions, formKey, document);
  return { missionId: made.document._id, slug: made.document.slug, created: made.created };
}

const UNFINISHED: MissionState[] = ['draft', 'changes_requested', 'submitted'];

async function refuseTooManyDrafts(organisationId: string): Promise<void> {
  const unfinished = op({ $in: UNFINISHED });
  const drafts = await Missions.countDocuments({ organisationId, state: unfinished });
  if (drafts >= MAX_DRAFTS) throw new AppError('refused', 'mission_error_drafts', { params: { most: MAX_DRAFTS } });
}

function draftOf(ctx: Context, input: CreateMission, organisation: OrganisationCard): MissionDocument {
  const id = newId();
  const locale = isLocale(input.language) ? input.language : ctx.locale;
  const start = input.template ? contentOfTemplate(input.template, locale) : null;
  const roles = (start?.roles ?? []).map((role): MissionRole => ({
    ...role,
    languages: [{ code: input.language, level: 'C1', required: true }],
    filledSeats: 0,
    takenBy: [],
  }));
  return {
    _id: id,
    slug: id,
    organisationId: organisation.id,
    template: input.template,
    title: input.title ?? '',
    summary: '',
    goal: start?.goal ?? '',
    language: input.language,
    decider: { institution: null, unit: '', personRole: '' },
    file: NO_FILE,
    stage: start?.stage ?? null,
    deadline: null,
    deadlineReason: '',
    deliverables: start?.deliverables ?? [],
    roles,
    place: { remote: true, country: null, citySlug: null },
    causes: organisation.causes.filter(isCause).slice(0, 1),
    jurisdictions: [],
    confidentiality: 'public',
    anonymisedSummary: '',
    opposingParties: [],
    state: 'draft',
    version: 1,
    seatVersion: 0,
    reviewNote: '',
    endReason: '',
    remindersSent: [],
    clearedFor: [],
    createdBy: ctx.actor?.personId ?? null,
    createdAt: ctx.now,
    changedBy: ctx.actor?.personId ?? null,
    changedAt: ctx.now,
    submittedAt: null,
    publishedAt: null,
    timeline: [entry(ctx, 'created')],
    outbox: [emit('mission.created', { missionId: id })],
  };
}
