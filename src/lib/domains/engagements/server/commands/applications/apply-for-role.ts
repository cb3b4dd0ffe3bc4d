/** A volunteer asks for a role; when enough people are being considered already, she waits in line. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { createOnce } from '$lib/server/create-once';
import { emit } from '$lib/server/events';
import { isDuplicateKey } from '$lib/server/mongo';
import { takeFromLimit } from '$lib/server/rate-limit';
import { entry } from '$lib/server/timeline';
import { platformSettings } from '$lib/server/settings/platform-settings';
import { AppError } from '$lib/shared/app-error';
import { addWorkingDays } from '$lib/shared/dates';
import { newId } from '$lib/shared/ids';
import { openSeats } from '$lib/domains/missions/mission';
import { missionSight } from '$lib/domains/missions/server/queries/mission-sight';
import { isWaitingList, type ApplicationState } from '../../../application/application';
import { Applications, openKeyOf, type ApplicationDocument } from '../../application.model';
import { refusalFor } from '../../applications/refusal-for';
import { inRoleTurn } from '../../applications/role-turns';
import { screenApplicant } from '../../applications/screen-applicant';
import { countUndecided } from '../../applications/settle-mission';

export interface ApplyForRole {
  missionId: string;
  roleId: string;
  note: string;
}

/** @throws AppError not_found for a mission she may not see, refused with what stands in the way */
export async function applyForRole(
  ctx: Context,
  input: ApplyForRole,
  formKey?: string,
): Promise<{ applicationId: string; state: ApplicationState }> {
  const { personId } = requireConfirmed(ctx);
  const { missionId, roleId, note } = input;
  const organisationId = await requireEligible(ctx, personId, input);
  await takeFromLimit('applyByAccount', personId);
  return inRoleTurn(roleId, async () => {
    // Read again: while this one waited for its turn, the role may have filled.
    const { mission } = await missionSight(ctx, missionId);
    const role = mission.roles.find((each) => each.id === roleId);
    const { replyDays, undecidedPerSeat } = await platformSettings();
    const waits = !role || isWaitingList(await countUndecided(missionId, roleId), openSeats(role), undecidedPerSeat);
    const conflict = await screenApplicant(personId, mission);
    const document = newApplication(
      ctx,
      { missionId, roleId, organisationId, personId, note, conflict },
      waits ? null : replyDays,
    );
    try {
      const made = await createOnce(Applications, formKey, document);
      return { applicationId: made.document._id, state: made.document.state };
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // The same form again breaches both keys, and the database names one of them.
      const same = formKey ? await Applications.findOne({ formKey, personId }).lean<ApplicationDocument>() : null;
      if (!same) throw new AppError('refused', 'application_refusal_twice');
      return { applicationId: same._id, state: same.state };
    }
  });
}

async function requireEligible(ctx: Context, personId: string, { missionId, roleId }: ApplyForRole): Promise<string> {
  const sight = await missionSight(ctx, missionId);
  const { mission } = sight;
  const role = mission.roles.find((each) => each.id === roleId);
  if (!role) throw new AppError('not_found', 'error_not_found');
  const refusal = await refusalFor(ctx, personId, sight, role);
  if (refusal) throw new AppError('refused', refusal);
  return mission.organisationId;
}

function newApplication(
  ctx: Context,
  input: Pick<ApplicationDocument, 'missionId' | 'roleId' | 'organisationId' | 'personId' | 'note' | 'conflict'>,
  /** Null where it waits in line. */
  replyDays: number | null,
): Partial<ApplicationDocument> {
  const _id = newId();
  const waits = replyDays === null;
  return {
    _id,
    ...input,
    state: waits ? 'waitlisted' : 'submitted',
    openKey: openKeyOf(input),
    invitationId: null,
    appliedAt: ctx.now,
    queuedAt: waits ? null : ctx.now,
    dueAt: waits ? null : addWorkingDays(ctx.now, replyDays),
    timeline: [entry(ctx, waits ? 'applied_waitlisted' : 'applied')],
    outbox: [emit(waits ? 'application.waitlisted' : 'application.submitted', { applicationId: _id })],
  };
}
