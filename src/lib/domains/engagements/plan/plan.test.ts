import { describe, expect, it } from 'vitest';
import { paceOf, type Milestone } from './plan';

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
