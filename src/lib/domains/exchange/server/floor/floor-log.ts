/**
 * The log of a floor, append-only: gongs, registered deals and their corrections, and that the rounds have moved, in one order
 * for every process. It gives the deals their numbers, feeds the board, and is what the totals are added up from.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { defineModel, documentSchema, isDuplicateKey, op, partSchema } from '$lib/server/mongo';
import { newId } from '$lib/shared/ids';

export const LOG_KINDS = ['gong_opened', 'gong_closed', 'registered', 'corrected', 'rounds_moved'] as const;
export type LogKind = (typeof LOG_KINDS)[number];

export interface LoggedDeal {
  dealId: string;
  /** Of the legs: a correction of a later version wins. */
  version: number;
  /** Names of the organisations, in the order of the legs. */
  parties: string[];
  what: string[];
  legs: { category: string; estimate: number }[];
}

export interface LogEntry {
  _id: string;
  editionId: string;
  /** From 1, without gaps. */
  seq: number;
  /** Names the cause: written twice, it counts once. */
  key: string;
  kind: LogKind;
  at: Date;
  /** Of a registered deal: from 1, without gaps. */
  number: number | null;
  /** Numbers given so far, this entry's included. */
  numbered: number;
  deal: LoggedDeal | null;
}

const words = { type: String, required: true };
const figure = { type: Number, required: true };
const schema = documentSchema<LogEntry>({
  editionId: words,
  seq: figure,
  key: words,
  kind: { ...words, enum: LOG_KINDS },
  at: { type: Date, required: true },
  number: { type: Number, default: null },
  numbered: figure,
  deal: {
    type: partSchema({
      dealId: words,
      version: figure,
      parties: { type: [String], required: true },
      what: { type: [String], required: true },
      legs: { type: [partSchema({ category: words, estimate: figure })], required: true },
    }),
    default: null,
  },
});
// appendToLog, boards: the place in the order. Two who append at once find out here.
schema.index({ editionId: 1, seq: 1 }, { unique: true });
// appendToLog: one entry for one cause.
schema.index({ editionId: 1, key: 1 }, { unique: true });
export const FloorLog = defineModel<LogEntry>('FloorLogEntry', schema, 'floor_log');

const MAX_TRIES = 400;

export type NewEntry = Pick<LogEntry, 'kind' | 'at' | 'deal'>;

/** Of this process, one after the other: only other processes are met at the same place. */
const lines = new Map<string, Promise<unknown>>();
const listeners = new Set<(editionId: string) => void>();

/** Tells the boards of this process at once; those of others read the log themselves. */
export function onAppended(listener: (editionId: string) => void): void {
  listeners.add(listener);
}

/**
 * Takes the next place in the log and, for a registered deal, the next number: both in the one insert, so that a crash or
 * another notary leaves neither a gap nor a double. Returns the entry that is there when the cause is known already.
 */
export async function appendToLog(editionId: string, key: string, entry: NewEntry): Promise<LogEntry> {
  const before = lines.get(editionId) ?? Promise.resolve();
  const mine = before.then(() => append(editionId, key, entry));
  const line = mine.catch(() => undefined);
  lines.set(editionId, line);
  try {
    return await mine;
  } finally {
    if (lines.get(editionId) === line) lines.delete(editionId);
    for (const listener of listeners) listener(editionId);
  }
}

async function append(editionId: string, key: string, entry: NewEntry): Promise<LogEntry> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const known = await FloorLog.findOne({ editionId, key }).lean<LogEntry>();
    if (known) return known;
    const last = await FloorLog.findOne({ editionId }).sort({ seq: -1 }).lean<LogEntry>();
    const numbered = (last?.numbered ?? 0) + (entry.kind === 'registered' ? 1 : 0);
    const document: LogEntry = {
      _id: newId(entry.at),
      editionId,
      key,
      ...entry,
      seq: (last?.seq ?? 0) + 1,
      number: entry.kind === 'registered' ? numbered : null,
      numbered,
    };
    try {
      await FloorLog.create(document);
      return document;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      await pause(Math.random() * Math.min(40, 2 + attempt * 2));
    }
  }
  throw new Error(`the log of edition ${editionId} is too busy`);
}

/** What was written after an entry, oldest first. */
export async function logAfter(editionId: string, seq: number, limit = 1000): Promise<LogEntry[]> {
  return FloorLog.find({ editionId, seq: op({ $gt: seq }) })
    .sort({ seq: 1 })
    .limit(limit)
    .lean<LogEntry[]>();
}
