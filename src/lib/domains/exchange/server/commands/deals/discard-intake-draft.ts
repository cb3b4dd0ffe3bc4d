/** A broker throws away what she began to type. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { IntakeDrafts } from '../../intake-draft.model';

/** Only her own; gone already is as good. */
export async function discardIntakeDraft(ctx: Context, { key }: { key: string }): Promise<void> {
  const { personId } = requireConfirmed(ctx);
  await IntakeDrafts.deleteOne({ _id: key, personId });
}
