/** How aftercare speaks: what a side says of a deal, and how deals stand. */
import { m } from '$lib/paraglide/messages.js';
import type { FollowUp } from '../deal/deal';
import type { Standing } from './aftercare';

/** On a button, in the words of who presses it. */
export const answerWords = (step: FollowUp): string =>
  ({
    contacted: m.care_say_contacted,
    in_progress: m.care_say_in_progress,
    done: m.care_say_done,
    infeasible: m.care_say_infeasible,
    never_contacted: m.care_say_never_contacted,
  })[step]();

export const standingWords = (
  standing: Standing,
): { label: string; tone: 'neutral' | 'accent' | 'good' | 'warn' | 'bad' } =>
  ({
    done: { label: m.care_standing_done(), tone: 'good' as const },
    running: { label: m.care_standing_running(), tone: 'accent' as const },
    waiting: { label: m.care_standing_waiting(), tone: 'neutral' as const },
    infeasible: { label: m.care_standing_infeasible(), tone: 'bad' as const },
    never_contacted: { label: m.care_standing_never_contacted(), tone: 'bad' as const },
  })[standing];
