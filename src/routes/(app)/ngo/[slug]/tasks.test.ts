import { describe, expect, it } from 'vitest';
import type { NgoBoard } from '$lib/domains/engagements/server/queries/ngo-board';
import type { BoardMission } from '$lib/domains/missions/server/queries/missions-of-organisation';
import { tasksOf } from './tasks';

const mission = (overrides: Partial<BoardMission>) =>
  ({
    id: 'm1',
    slug: 'mission',
    title: 'Mission',
    state: 'draft',
    missing: 0,
    reviewNote: '',
    ...overrides,
  }) as BoardMission;

function board(applications: { id: string; state: string; dueAt: string | null }[], nexts: string[] = []): NgoBoard {
  const names = { mission: { title: 'Mission' }, volunteer: { name: 'Sara' } };
  return {
    missions: [
      {
        groups: applications.map(({ id, state, dueAt }) => ({ state, applications: [{ ...names, id, state, dueAt }] })),
      },
    ],
    engagements: nexts.map((next, index) => ({ ...names, id: `e${index}`, side: 'ngo', next })),
  } as unknown as NgoBoard;
}

describe('tasksOf', () => {
  it('puts the answer that is due first on top, then work, then missions', () => {
    const tasks = tasksOf(
      board(
        [
          { id: 'later', state: 'submitted', dueAt: '2027-03-12T10:00:00Z' },
          { id: 'sooner', state: 'shortlisted', dueAt: '2027-03-10T10:00:00Z' },
          { id: 'whenever', state: 'under_review', dueAt: null },
        ],
        ['verify'],
      ),
      [mission({ id: 'a' }), mission({ id: 'b', state: 'changes_requested', reviewNote: 'Shorter, please.' })],
    );
    expect(tasks.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'application sooner',
      'application later',
      'application whenever',
      'verify e0',
      'changes b',
      'ready a',
    ]);
  });

  it('leaves out what waits for others', () => {
    const waiting = [
      { id: 'offered', state: 'offered', dueAt: '2027-03-12T10:00:00Z' },
      { id: 'listed', state: 'waitlisted', dueAt: null },
    ];
    const missions = [mission({ state: 'published' }), mission({ state: 'submitted' })];
    expect(tasksOf(board(waiting, ['wait_signature', 'wait_delivery']), missions)).toEqual([]);
  });

  it('counts what a draft still lacks', () => {
    expect(tasksOf(board([]), [mission({ missing: 3 })])).toMatchObject([
      { kind: 'draft', missing: 3, path: '/missions/mission/edit' },
    ]);
  });
});
