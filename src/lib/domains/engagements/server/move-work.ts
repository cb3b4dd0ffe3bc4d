/** After two records of one NGO were merged, the applications and the work of the one are the other's. */
import { Applications } from './application.model';
import { Engagements } from './engagement.model';
import { Feedbacks } from './feedback/feedback.model';
import { Invitations } from './invitation.model';
import { Teams } from './team/team.model';

export async function moveWork(fromId: string, intoId: string): Promise<void> {
  const moved = { $set: { organisationId: intoId } };
  await Applications.updateMany({ organisationId: fromId }, moved);
  await Invitations.updateMany({ organisationId: fromId }, moved);
  await Engagements.updateMany({ organisationId: fromId }, moved);
  await Teams.updateMany({ organisationId: fromId }, moved);
  await Feedbacks.updateMany({ organisationId: fromId }, moved);
}
