/** An editor begins a new mission from an old one: same words, no dates, no seats taken. */
import { newId } from '$lib/shared/ids';
import { createOnce } from '$lib/server/create-once';
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { entry } from '$lib/server/timeline';
import { missionOfMember } from '../../mission-access';
import { Missions, type MissionDocument } from '../../mission.model';

export async function duplicateMission(
  ctx: Context,
  input: { missionId: string },
  formKey?: string,
): Promise<{ missionId: string; slug: string }> {
  const { mission } = await missionOfMember(ctx, input.missionId, 'editor');
  const id = newId();
  const copy: MissionDocument = {
    ...mission,
    _id: id,
    slug: id,
    deadline: null,
    deadlineReason: '',
    deliverables: mission.deliverables.map((deliverable) => ({ ...deliverable, id: newId() })),
    roles: mission.roles.map((role) => ({ ...role, id: newId(), filledSeats: 0, takenBy: [] })),
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
  const { document } = await createOnce(Missions, formKey, copy);
  return { missionId: document._id, slug: document.slug };
}
