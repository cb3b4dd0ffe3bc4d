/** The words for how work stands against its plan. */
import { m } from '$lib/paraglide/messages.js';
import type { StateWords } from '../engagement/engagement-words';
import type { Pace } from './plan';

export function paceWords({ state, days }: Pick<Pace, 'state' | 'days'>): StateWords {
  switch (state) {
    case 'none':
      return { label: m.plan_pace_none(), tone: 'neutral' };
    case 'behind':
      return { label: m.plan_pace_behind({ days }), tone: 'bad' };
    case 'due_today':
      return { label: m.plan_pace_due_today(), tone: 'warn' };
    case 'on_time':
      return { label: m.plan_pace_on_time(), tone: 'good' };
    case 'ahead':
      return { label: m.plan_pace_ahead({ days }), tone: 'good' };
    case 'done':
      return { label: m.plan_pace_done(), tone: 'good' };
  }
}
