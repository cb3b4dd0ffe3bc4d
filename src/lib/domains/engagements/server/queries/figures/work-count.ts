/** Applications, invitations and work of an organisation: what a merge would move. For moderators. */
import { requireModerator, type Context } from '$lib/server/context';
import { Applications } from '../../application.model';
import { Engagements } from '../../engagement.model';
import { Invitations } from '../../invitation.model';

export interface WorkCount {
  applications: number;
  invitations: number;
  engagements: number;
}

export async function countWorkOf(ctx: Context, organisationId: string): Promise<WorkCount> {
  requireModerator(ctx);
  const [applications, invitations, engagements] = await Promise.all([
    Applications.countDocuments({ organisationId }),
    Invitations.countDocuments({ organisationId }),
    Engagements.countDocuments({ organisationId }),
  ]);
  return { applications, invitations, engagements };
}
