/** What an import of ESCO is asked, and what it reports. */
import type { SkippedRow } from './relations';

export interface ImportOptions {
  /** Path of skills_en.csv, plain or gzipped. */
  skills: string;
  /** Path of skillSkillRelations.csv. */
  relations?: string | undefined;
  /** Path of broaderRelationsSkillPillar.csv. */
  broader?: string | undefined;
  /** Ends the import after the batch in hand. */
  signal?: AbortSignal | undefined;
  /** Rows done and the share of the file read, 0..1; after each batch. */
  onProgress?: ((rows: number, share: number) => void) | undefined;
}

export interface ImportReport {
  state: 'finished' | 'stopped';
  imported: number;
  updated: number;
  unchanged: number;
  skipped: SkippedRow[];
  /** Skills that got other relations than they had. */
  related: number;
  aboutGroups: number;
}

export function emptyReport(): ImportReport {
  return { state: 'finished', imported: 0, updated: 0, unchanged: 0, skipped: [], related: 0, aboutGroups: 0 };
}
