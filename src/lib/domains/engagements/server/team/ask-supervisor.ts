/** How a supervisor is asked: a new link each time, whose hash alone is kept. */
import type { Context } from '$lib/server/context';
import { emit, type StoredEvent } from '$lib/server/events';
import { hashToken, newToken } from '$lib/domains/accounts/server/links/secret-token';
import { SUPERVISION_LIFE_MS, type Supervision } from '../../team/supervision';

/** The supervision as it is to be kept, the event whose mail carries the link, and the token itself. */
export function askedNow(
  ctx: Pick<Context, 'now'>,
  engagementId: string,
  known: Supervision,
): { supervision: Supervision; event: StoredEvent; token: string } {
  const token = newToken();
  const supervision: Supervision = {
    ...known,
    state: 'asked',
    tokenHash: hashToken(token),
    askedAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + SUPERVISION_LIFE_MS),
    answeredAt: null,
    reason: '',
  };
  const event = emit('supervisor.asked', { engagementId, supervisionId: known.id, token });
  return { supervision, event, token };
}
