/** What an organisation's applications, work and missions ask of its members now, the most urgent first. */
import { isMyTurn, type NextStep } from '$lib/domains/engagements/engagement/next-step';
import type { NgoBoard } from '$lib/domains/engagements/server/queries/ngo-board';
import type { BoardMission } from '$lib/domains/missions/server/queries/missions-of-organisation';

export interface Task {
  id: string;
  kind: 'application' | 'sign' | 'review' | 'verify' | 'resume' | 'outcome' | 'changes' | 'ready' | 'draft';
  /** Of the mission. */
  title: string;
  /** The volunteer's, for applications and work. */
  name: string;
  /** ISO instant until which an answer is expected. */
  dueAt: string | null;
  /** Required parts that a draft still lacks. */
  missing: number;
  /** What a moderator wrote. */
  note: string;
  path: string;
}

const nothing = { name: '', dueAt: null, missing: 0, note: '' };

/** States in which the next word is the organisation's. */
const UNANSWERED = new Set(['submitted', 'under_review', 'shortlisted']);

function applicationTasks(board: NgoBoard): Task[] {
  return board.missions
    .flatMap(({ groups }) => groups)
    .filter(({ state }) => UNANSWERED.has(state))
    .flatMap(({ applications }) => applications)
    .map(({ id, mission, volunteer, dueAt }) => ({
      ...nothing,
      id,
      kind: 'application' as const,
      title: mission.title,
      name: volunteer.name,
      dueAt,
      path: `/applications/${id}`,
    }))
    .sort((a, b) => ((a.dueAt ?? '9') < (b.dueAt ?? '9') ? -1 : 1));
}

const WORK_KINDS: Partial<Record<NextStep, Task['kind']>> = {
  sign: 'sign',
  review: 'review',
  verify: 'verify',
  resume: 'resume',
  write_outcome: 'outcome',
};

function workTasks(board: NgoBoard): Task[] {
  return board.engagements.flatMap(({ id, next, side, mission, volunteer }) => {
    const kind = side === 'ngo' && isMyTurn(next) ? WORK_KINDS[next] : undefined;
    const path = `/engagements/${id}`;
    return kind ? [{ ...nothing, id, kind, title: mission.title, name: volunteer.name, path }] : [];
  });
}

const MISSION_ORDER = ['changes', 'ready', 'draft'];

function missionTasks(missions: readonly BoardMission[]): Task[] {
  return missions
    .flatMap(({ id, slug, title, state, missing, reviewNote }): Task[] => {
      const task = { ...nothing, id, title, path: `/missions/${slug}/edit` };
      if (state === 'changes_requested') return [{ ...task, kind: 'changes', note: reviewNote }];
      return state === 'draft' ? [{ ...task, kind: missing === 0 ? 'ready' : 'draft', missing }] : [];
    })
    .sort((a, b) => MISSION_ORDER.indexOf(a.kind) - MISSION_ORDER.indexOf(b.kind));
}

export function tasksOf(board: NgoBoard, missions: readonly BoardMission[]): Task[] {
  return [...applicationTasks(board), ...workTasks(board), ...missionTasks(missions)];
}
