/** Remembers the hat a person wears in this browser, so that the next page begins where she works. */
import { requireActor, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { isHat } from '../../hat';
import { Sessions } from '../session.model';

/** Whether she may wear it is asked by every page that the hat leads to; here it is only a preference. */
export async function chooseHat(ctx: Context, input: { hat: string }): Promise<void> {
  const { sessionId, personId } = requireActor(ctx);
  if (!isHat(input.hat)) throw new AppError('invalid', 'error_choice', { field: 'hat' });
  if (sessionId) await Sessions.updateOne({ _id: sessionId, personId }, { $set: { hat: input.hat } });
}
