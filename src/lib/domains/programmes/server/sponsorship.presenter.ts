/** The only shapes of a request that leave the server. What her employer sees never names a cause or, unasked, a mission. */
import type { RequestItem } from '../sponsorship';
import type { SponsorshipDocument } from './sponsorship.model';

export function toRequestItem(
  document: SponsorshipDocument,
  missions: ReadonlyMap<string, { title: string; slug: string; language: string }>,
  viewerId: string | null,
): RequestItem {
  const mission = document.showsMission ? missions.get(document.missionId) : undefined;
  return {
    id: document._id,
    person: document.personName,
    team: document.team,
    role: document.roleTitle,
    mission: mission ? { title: mission.title, slug: mission.slug, language: mission.language } : null,
    state: document.state,
    minutes: document.minutes,
    usedMinutes: document.usedMinutes,
    note: document.note,
    reason: document.reason,
    requestedAt: document.requestedAt,
    dueAt: document.dueAt,
    decidedBy: document.decidedByName,
    decidedAt: document.decidedAt,
    endedAt: document.endedAt,
    isOwn: document.personId === viewerId,
  };
}
