/** The collection `notification_wishes`: how somebody wants to hear of things; whoever never chose has no document. */
import { defineModel, documentSchema, partSchema } from '$lib/server/mongo';
import { DEFAULT_WISHES, type Wishes } from '../wishes';

export interface WishesDocument extends Wishes {
  /** The person. */
  _id: string;
  changedAt: Date;
}

const schema = documentSchema<WishesDocument>({
  frequencies: { type: Object, default: {} },
  quiet: {
    type: partSchema({ from: { type: String, required: true }, to: { type: String, required: true } }),
    default: null,
  },
  digestHour: { type: Number, default: DEFAULT_WISHES.digestHour },
  digestsStopped: { type: Boolean, default: false },
  changedAt: { type: Date, required: true },
});

export const NotificationWishes = defineModel<WishesDocument>('NotificationWishes', schema, 'notification_wishes');

export async function wishesOf(personId: string): Promise<Wishes> {
  const found = await NotificationWishes.findById(personId).lean<WishesDocument>();
  return { ...DEFAULT_WISHES, ...found };
}
