/** What an organisation's own missions ask of its members now, the most urgent first. */
import type { BoardMission } from '$lib/domains/missions/server/queries/missions-of-organisation';

export interface MissionTask {
  id: string;
  kind: 'changes' | 'ready' | 'draft';
  title: string;
  language: string;
  /** Required parts still missing; for drafts. */
  missing: number;
  note: string;
  path: string;
}

const ORDER = { changes: 0, ready: 1, draft: 2 } as const;

export function missionTasks(missions: readonly BoardMission[]): MissionTask[] {
  return missions
    .flatMap(({ id, slug, title, language, state, missing, reviewNote }): MissionTask[] => {
      const path = `/missions/${slug}/edit`;
      if (state === 'changes_requested') {
        return [{ id, kind: 'changes', title, language, missing, note: reviewNote, path }];
      }
      if (state !== 'draft') return [];
      return [{ id, kind: missing === 0 ? 'ready' : 'draft', title, language, missing, note: '', path }];
    })
    .sort((a, b) => ORDER[a.kind] - ORDER[b.kind]);
}
