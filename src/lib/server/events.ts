/**
 * Domain events by outbox: an event is written in the same atomic write as the change it tells of, and a job hands it to
 * the subscribers afterwards, at least once. Subscribers are idempotent, by the event's id.
 */
import type { Model, Schema } from 'mongoose';
import { newId } from '$lib/shared/ids';
import { now } from './clock';
import { systemContext, type Context } from './context';
import { forgetPages } from './http/page-cache';
import { log } from './log';
import { defineModel, documentSchema, op, partSchema } from './mongo';
import { nudge, registerJob } from './jobs/jobs';

/**
 * Every event and its payload. Each domain adds its own:
 * `declare module '$lib/server/events' { interface EventPayloads { 'mission.published': { missionId: string } } }`
 */
export interface EventPayloads {
  /** The platform's own: says nothing, and proves that an outbox is drained. */
  'platform.probe': { note: string };
}
export type EventType = keyof EventPayloads & string;

export interface StoredEvent {
  id: string;
  type: string;
  at: Date;
  payload: unknown;
  attempts: number;
}

export interface DomainEvent<T extends EventType> {
  id: string;
  type: T;
  at: Date;
  payload: EventPayloads[T];
}

/** Mix into a schema's definition; push `emit(…)` in the same update as the change. Never select it into a presenter. */
export const outboxField = {
  outbox: {
    type: [
      partSchema({
        id: { type: String, required: true },
        type: { type: String, required: true },
        at: { type: Date, required: true },
        payload: { type: Object, required: true },
        attempts: { type: Number, default: 0 },
      }),
    ],
    default: [],
    select: false,
  },
};

export interface WithOutbox {
  _id: string;
  outbox: StoredEvent[];
}

/** The event to push into a document's outbox: `{ $push: { outbox: emit('mission.published', { missionId }) } }`. */
export function emit<T extends EventType>(type: T, payload: EventPayloads[T]): StoredEvent {
  nudge('outbox');
  return { id: newId(), type, at: now(), payload, attempts: 0 };
}

type Handler = (event: DomainEvent<never>, ctx: Context) => Promise<void>;
const handlers = new Map<string, Map<string, Handler>>();
const sources = new Map<string, Model<WithOutbox>>();

/** `name` tells subscribers of one event apart, for the log: `search.index-mission`. */
export function subscribe<T extends EventType>(
  type: T,
  name: string,
  handler: (event: DomainEvent<T>, ctx: Context) => Promise<void>,
): void {
  const known = handlers.get(type) ?? new Map<string, Handler>();
  known.set(name, handler as unknown as Handler);
  handlers.set(type, known);
}

/** Makes the outbox of a collection part of the drain; the schema must hold `outboxField` and call `indexOutbox`. */
export function registerOutbox<T extends WithOutbox>(model: Model<T>): void {
  sources.set(model.modelName, model as unknown as Model<WithOutbox>);
}

/** The index of the drain's only query: documents with an undelivered event. */
export function indexOutbox<T>(schema: Schema<T>): void {
  schema.index({ 'outbox.at': 1 }, { sparse: true });
}

interface DeadEvent extends StoredEvent {
  _id: string;
  source: string;
  error: string;
}
const deadSchema = documentSchema<DeadEvent>({
  id: { type: String, required: true },
  type: { type: String, required: true },
  at: { type: Date, required: true },
  payload: { type: Object, required: true },
  attempts: { type: Number, required: true },
  source: { type: String, required: true },
  error: { type: String, required: true },
});
/** Events that a subscriber could not take after ten tries: kept for the operator, shown by /healthz. */
export const DeadEvents = defineModel<DeadEvent>('DeadEvent', deadSchema, 'dead_events');

const MAX_ATTEMPTS = 10;
/** Documents looked for at once. */
const BATCH = 100;

/** @returns whether it is done with: taken by its subscribers, or put aside for the operator */
async function deliver(
  model: Model<WithOutbox>,
  documentId: string,
  event: StoredEvent,
  skips: NonNullable<DrainOptions['skips']>,
): Promise<boolean> {
  try {
    for (const [name, handler] of handlers.get(event.type) ?? []) {
      if (skips(event, name)) continue;
      await handler(event as unknown as DomainEvent<never>, systemContext());
    }
  } catch (error) {
    log.error({ err: error, event: event.type, id: event.id, attempts: event.attempts + 1 }, 'event not delivered');
    if (event.attempts + 1 < MAX_ATTEMPTS) {
      await model.updateOne({ _id: documentId, 'outbox.id': event.id }, { $inc: { 'outbox.$.attempts': 1 } });
      return false;
    }
    const dead = {
      ...event,
      _id: event.id,
      attempts: event.attempts + 1,
      source: model.modelName,
      error: String(error),
    };
    await DeadEvents.updateOne({ _id: event.id }, { $setOnInsert: dead }, { upsert: true });
  }
  return true;
}

/** What was handed over leaves the outbox of its document. */
async function forgetEvents(model: Model<WithOutbox>, documentId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await model.updateOne({ _id: documentId }, { $pull: { outbox: { id: { $in: ids } } } });
  forgetPages();
}

export interface DrainOptions {
  /** Runs around each delivery, so that the demonstration data can set the clock to the event's own moment. */
  around?: (event: StoredEvent, deliver: () => Promise<boolean>) => Promise<boolean>;
  /** Whether this subscriber, by the name it gave, is left out: for a program that does its work better at the end. */
  skips?: (event: StoredEvent, subscriber: string) => boolean;
}

/** Hands over what lies in every outbox, oldest first within a document; events that fail stay for the next run. */
export async function drainOutbox(options: DrainOptions = {}): Promise<number> {
  let delivered = 0;
  for (const model of sources.values()) delivered += await drainSource(model, options);
  return delivered;
}

async function drainSource(model: Model<WithOutbox>, options: DrainOptions): Promise<number> {
  const { around = (_event, run) => run(), skips = () => false } = options;
  const stuck = new Set<string>();
  let delivered = 0;
  for (;;) {
    const filter = {
      'outbox.at': op({ $gt: new Date(0) }),
      ...(stuck.size > 0 ? { _id: op({ $nin: [...stuck] }) } : {}),
    };
    const found = await model.find(filter, { outbox: 1 }).limit(BATCH).lean<WithOutbox[]>();
    if (found.length === 0) return delivered;
    for (const document of found) {
      const done: string[] = [];
      for (const event of document.outbox) {
        if (await around(event, () => deliver(model, document._id, event, skips))) done.push(event.id);
        // A later event of the same document must not overtake the one that failed.
        else {
          stuck.add(document._id);
          break;
        }
      }
      delivered += done.length;
      await forgetEvents(model, document._id, done);
    }
  }
}

registerJob({ name: 'outbox', everyMs: 2000, run: async () => void (await drainOutbox()) });
