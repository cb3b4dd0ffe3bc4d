/** What a report is about, as the viewer may see it; what she may not see cannot be reported. */
import { missionCards } from '$lib/domains/missions/server/queries/mission-cards';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { volunteerPage } from '$lib/domains/volunteers/server/queries/volunteer-page';
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import type { ReportSubject } from '../../report';

export interface SubjectView {
  subject: ReportSubject;
  id: string;
  label: string;
  /** Our own path, without language. */
  path: string;
}

/** @throws AppError not_found */
export async function reportSubject(ctx: Context, subject: ReportSubject, id: string): Promise<SubjectView> {
  const found = await (subject === 'organisation'
    ? organisation(id)
    : subject === 'mission'
      ? mission(ctx, id)
      : volunteer(ctx, id));
  if (!found) throw new AppError('not_found', 'error_not_found');
  return found;
}

async function organisation(id: string): Promise<SubjectView | null> {
  const card = (await organisationCards([id])).get(id);
  if (card?.state !== 'verified') return null;
  return { subject: 'organisation', id, label: card.name, path: `/organisations/${card.slug}` };
}

async function mission(ctx: Context, id: string): Promise<SubjectView | null> {
  const [card] = await missionCards(ctx, [id]);
  return card ? { subject: 'mission', id, label: card.title, path: `/missions/${card.slug}` } : null;
}

/** Asks the policy: a profile that the reader may not see answers like one that is not there. */
async function volunteer(ctx: Context, id: string): Promise<SubjectView> {
  const page = await volunteerPage(ctx, id);
  if (page.isSelf) throw new AppError('not_found', 'error_not_found');
  return { subject: 'volunteer', id, label: page.volunteer.name, path: `/volunteers/${id}` };
}
