/** What the schedule's thread can be asked, and what it answers. */
import { z } from 'zod';
import { findRings, ringInputSchema } from '../../schedule/find-rings';
import type { Solve } from '../../schedule/linear-model';
import { planSchedule } from '../../schedule/plan-schedule';
import { meetingSchema, problemSchema, type Progress, type ProgressStep } from '../../schedule/problem';
import { repairSchedule } from '../../schedule/repair-schedule';
import { scorePairs, scoringInputSchema } from '../../schedule/scoring/score-pairs';
import { suggestionInputSchema, suggestPartners } from '../../schedule/suggest-partners';

const repairSchema = z.strictObject({
  problem: problemSchema,
  announced: z.array(meetingSchema).max(30_000),
  from: z.int().min(0),
});

/** Everything is parsed in the thread: reading 100,000 pairs takes longer than a request should wait. */
const tasks = {
  schedule: (input: unknown, solve: Solve, progress: Progress) =>
    planSchedule(problemSchema.parse(input), solve, progress),
  repair: (input: unknown, _solve: Solve, progress: Progress) => repairSchedule(repairSchema.parse(input), progress),
  suggestions: (input: unknown, solve: Solve, progress: Progress) =>
    suggestPartners(suggestionInputSchema.parse(input), solve, progress),
  rings: (input: unknown, solve: Solve, progress: Progress) => findRings(ringInputSchema.parse(input), solve, progress),
  scores: (input: unknown, _solve: Solve, progress: Progress) => scorePairs(scoringInputSchema.parse(input), progress),
};

export type TaskName = keyof typeof tasks;
export interface TaskInput {
  schedule: z.input<typeof problemSchema>;
  repair: z.input<typeof repairSchema>;
  suggestions: z.input<typeof suggestionInputSchema>;
  rings: z.input<typeof ringInputSchema>;
  scores: z.input<typeof scoringInputSchema>;
}
export type TaskResult = { [Name in TaskName]: ReturnType<(typeof tasks)[Name]> };

export interface TaskRequest {
  name: TaskName;
  input: unknown;
}

export type TaskMessage =
  | { kind: 'progress'; step: ProgressStep; share: number }
  | { kind: 'done'; result: unknown }
  | { kind: 'invalid'; message: string }
  | { kind: 'failed'; message: string };

export const runTask = ({ name, input }: TaskRequest, solve: Solve, progress: Progress): unknown =>
  tasks[name](input, solve, progress);
