/** Names of what entries and reports are about, read when they are shown, so that no name is kept where it is not needed. */
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { engagementLabels } from '$lib/domains/engagements/server/queries/together/engagement-labels';
import { editionLabels, registrationLabels } from '$lib/domains/exchange/server/queries/labels';
import { missionCards } from '$lib/domains/missions/server/queries/mission-cards';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { labelIn } from '$lib/domains/skills/labels';
import { skillLabels } from '$lib/domains/skills/server/queries/skill-labels';
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { translate } from '$lib/server/translate';
import type { AuditSubject } from '../../audit';
import type { ReportSubject } from '../../report';
import { Reports, type ReportDocument } from '../report.model';

export interface SubjectLabel {
  label: string;
  /** Where moderators look at it, without language; null when there is no such page. */
  path: string | null;
}

/** By `subject:id`; what is gone has no label. */
export async function subjectLabels(
  ctx: Context,
  things: readonly { subject: AuditSubject | ReportSubject; subjectId: string }[],
): Promise<Map<string, SubjectLabel>> {
  const idsOf = (subject: AuditSubject | ReportSubject) => [
    ...new Set(things.filter((thing) => thing.subject === subject).map(({ subjectId }) => subjectId)),
  ];
  const labels = new Map<string, SubjectLabel>();
  for (const [id, card] of await organisationCards(idsOf('organisation'))) {
    labels.set(`organisation:${id}`, { label: card.name, path: `/moderation/organisations/${id}` });
  }
  for (const card of await missionCards(ctx, idsOf('mission'))) {
    labels.set(`mission:${card.id}`, { label: card.title, path: `/moderation/missions/${card.id}` });
  }
  for (const [id, card] of await personCards(idsOf('person')))
    labels.set(`person:${id}`, { label: card.name, path: null });
  for (const [id, card] of await personCards(idsOf('volunteer')))
    labels.set(`volunteer:${id}`, { label: card.name, path: `/volunteers/${id}` });
  for (const [id, label] of await engagementLabels(ctx, idsOf('engagement')))
    labels.set(`engagement:${id}`, { label, path: `/moderation/disputes/${id}` });
  for (const [id, { name, slug }] of await editionLabels(idsOf('edition')))
    labels.set(`edition:${id}`, { label: name, path: `/exchange/${slug}/manage` });
  for (const [id, { name, slug }] of await registrationLabels(idsOf('registration')))
    labels.set(`registration:${id}`, { label: name, path: `/exchange/${slug}/registrations` });
  const reports = idsOf('report');
  if (reports.length > 0) {
    const found = await Reports.find({ _id: op({ $in: reports }) }).lean<ReportDocument[]>();
    // A report is named by what it is about.
    const about = await subjectLabels(ctx, found);
    for (const { _id, subject, subjectId } of found) {
      const label = about.get(`${subject}:${subjectId}`)?.label ?? subjectId;
      labels.set(`report:${_id}`, { label, path: `/moderation/reports/${_id}` });
    }
  }
  for (const id of idsOf('settings'))
    labels.set(`settings:${id}`, { label: translate('settings_title', ctx.locale), path: '/moderation/settings' });
  const names = await skillLabels(ctx, idsOf('skill'));
  for (const id of idsOf('skill')) {
    const name = names.get(id);
    const label = name ? labelIn(name.labels, ctx.locale) : id;
    labels.set(`skill:${id}`, { label, path: `/moderation/skills/${id}` });
  }
  return labels;
}
