/** What the holder of a supervisor's link reads: who asks her, the charter in full, and whether she has signed. */
import type { Context } from '$lib/server/context';
import { namesOf } from '../../naming';
import { findSupervised } from '../../team/find-supervised';
import { mayStep } from '../../../engagement/engagement';
import { hasSupervisorSigned } from '../../../team/supervision';

export async function supervisionByToken(ctx: Context, token: string) {
  const found = await findSupervised(ctx, token);
  if (!found) return null;
  const { engagement, supervision } = found;
  const { charter } = engagement;
  // Whoever holds the link was allowed to read the text, so she reads what it is about as the NGO does.
  const names = (await namesOf({ ...ctx, system: true, actor: null }, [engagement]))(engagement);
  return {
    supervisor: { name: supervision.name, function: supervision.function, institution: supervision.institution },
    student: names.volunteer.name,
    ngo: names.ngo?.name ?? '',
    role: names.role.title,
    mission: { title: names.mission.title, language: names.mission.language },
    hours: charter.terms.hours,
    startDay: charter.terms.startDay,
    endDay: charter.terms.endDay,
    isConfidential: charter.terms.confidentiality === 'confidential',
    language: charter.terms.language,
    version: charter.version,
    hash: charter.hash,
    sections: charter.sections.map(({ heading, lines }) => ({ heading, lines: [...lines] })),
    isSigned: hasSupervisorSigned(engagement),
    isRefused: supervision.state === 'refused',
    mayAnswer: mayStep(engagement.state, 'supervise'),
    answeredAt: supervision.answeredAt?.toISOString() ?? null,
    expiresAt: supervision.expiresAt.toISOString(),
  };
}
