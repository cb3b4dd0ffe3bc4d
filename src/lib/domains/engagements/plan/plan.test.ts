import { describe, expect, it } from 'vitest';
import { isTied, paceOf, promisedIn, remindedOf, stepReminder, tickedBy, type Milestone } from './plan';

const step = (id: string, day: string, doneOn: string | null = null): Milestone => ({
  id,
  title: id,
  day,
  owner: 'volunteer',
  doneOn,
  formKey: null,
});
const today = '2027-03-28';

describe('the pace of a plan', () => {
  it('is behind by the oldest step whose day has passed, also across a change of clocks', () => {
    expect(paceOf([step('b', '2027-03-27'), step('a', '2027-03-21')], today)).toMatchObject({
      state: 'behind',
      days: 7,
    });
    expect(paceOf([step('a', today)], today)).toMatchObject({ state: 'due_today', days: 0 });
  });

  it('is ahead only when everything before is done too', () => {
    const early = step('b', '2027-04-02', today);
    expect(paceOf([step('a', '2027-03-20', '2027-03-25'), early, step('c', '2027-04-09')], today)).toMatchObject({
      state: 'ahead',
      days: 5,
      done: 2,
      total: 3,
      next: { id: 'c' },
    });
    expect(paceOf([step('a', '2027-04-01'), early], today)).toMatchObject({ state: 'on_time', next: { id: 'a' } });
  });

  it('says when there is no plan, and when all of it is done', () => {
    expect(paceOf([], today)).toMatchObject({ state: 'none', next: null });
    expect(paceOf([step('a', '2027-03-01', today)], today)).toMatchObject({ state: 'done' });
  });
});

it('a step whose deliverable is handed in is late no more, and not done either', () => {
  const tied = { ...step('a', '2027-03-20'), deliverableId: 'd1' };
  const handedIn = [{ id: 'd1', state: 'submitted' }];
  expect(paceOf([tied], today, handedIn)).toMatchObject({ state: 'on_time', done: 0, next: null });
  expect(paceOf([tied, step('b', '2027-03-27')], today, handedIn)).toMatchObject({ state: 'behind', days: 1 });
  expect(paceOf([tied], today, [{ id: 'd1', state: 'revision' }])).toMatchObject({ state: 'behind' });
});

describe('the reminder of a step', () => {
  const due = (day: string, reminded: string[] = [], doneOn: string | null = null) =>
    stepReminder({ day, doneOn, reminded }, today);

  it('comes three days before, on the day, and then once a week', () => {
    expect(due('2027-04-01')).toBeNull();
    expect(due('2027-03-31')).toBe('before');
    expect(due('2027-03-30', ['before'])).toBeNull();
    expect(due(today, ['before'])).toBe('today');
    expect(due('2027-03-27', ['before', 'today'])).toBe('late_0');
    expect(due('2027-03-21', ['late_0'])).toBeNull();
    expect(due('2027-03-20', ['late_0'])).toBe('late_1');
  });

  it('ends when the step is done, and after two months', () => {
    expect(due('2027-03-20', [], today)).toBeNull();
    expect(due('2027-01-20')).toBeNull();
  });

  it('does not come for a day that was chosen a moment ago', () => {
    for (const day of [today, '2027-03-30', '2027-03-01'])
      expect(stepReminder({ day, doneOn: null, reminded: remindedOf(day, today) }, today)).toBeNull();
    expect(remindedOf('2027-05-01', today)).toEqual([]);
  });
});

describe('a step that stands for a deliverable', () => {
  const tied = { ...step('a', today), deliverableId: 'd1' };

  it('is done when it is accepted, and keeps the day on which it was done', () => {
    const before = { ...tied, id: 'b', doneOn: '2027-03-01' };
    expect(tickedBy([tied, before, step('c', today)], 'd1', today).map(({ doneOn }) => doneOn)).toEqual([
      today,
      '2027-03-01',
      null,
    ]);
  });

  it('is a step of its own again when the charter no longer names it', () => {
    const terms = { deliverables: [{ id: 'd1', title: 'Table' }] };
    expect(isTied(tied, promisedIn({ deliverables: [], charter: { terms } }))).toBe(true);
    expect(isTied(tied, promisedIn({ deliverables: [{ id: 'd2', title: 'Letter' }], charter: { terms } }))).toBe(false);
    expect(isTied(step('c', today), terms.deliverables)).toBe(false);
  });
});
