/** Keeps how somebody wants to hear of things. Kinds that the form did not show stay as they are. */
import { requireActor, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { MAIL_KINDS } from '$lib/shared/mail-kind';
import { isObligatory, type WishesInput } from '../../wishes';
import { Notifications } from '../notification.model';
import { NotificationWishes } from '../wishes.model';

export async function saveWishes(ctx: Context, input: WishesInput): Promise<void> {
  const { personId } = requireActor(ctx);
  const chosen = MAIL_KINDS.flatMap((kind) => {
    const frequency = isObligatory(kind) ? undefined : input.frequencies[kind];
    return frequency ? [[`frequencies.${kind}`, frequency]] : [];
  });
  await NotificationWishes.updateOne(
    { _id: personId },
    {
      $set: {
        ...Object.fromEntries(chosen),
        quiet: input.quiet,
        digestHour: input.digestHour,
        // Whoever asks for a digest here wants it again.
        digestsStopped: false,
        changedAt: ctx.now,
      },
    },
    { upsert: true },
  );
  const refused = MAIL_KINDS.filter((kind) => input.frequencies[kind] === 'never');
  await Notifications.updateMany({ personId, kind: op({ $in: refused }) }, { $set: { digestAt: null } });
}
