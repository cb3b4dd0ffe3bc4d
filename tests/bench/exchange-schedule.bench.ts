/** The schedule of the exchange floor: value over what no schedule can exceed, and time, beside picking the best pair first. */
import { performance } from 'node:perf_hooks';
import { planSchedule } from '../../src/lib/domains/exchange/schedule/plan-schedule';
import { problemSchema } from '../../src/lib/domains/exchange/schedule/problem';
import { loadSolver } from '../../src/lib/domains/exchange/server/schedule/highs-solver';
import { greedyValue, syntheticFloor } from '../exchange/support/synthetic';

interface Measure {
  name: string;
  ratio: number;
  limit: number;
  direction: 'at most' | 'at least';
  detail: string;
}

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

export async function run(): Promise<Measure[]> {
  const solve = await loadSolver();
  const measures: Measure[] = [];
  for (const windows of [false, true])
    for (const organisations of [100, 200, 400]) {
      let worst = { share: 1, greedy: 1, seconds: 0 };
      let lowered = 0;
      let unplaced = 0;
      const seeds = organisations === 400 ? [1, 2] : [1, 2, 3];
      for (const seed of seeds) {
        const floor = syntheticFloor({
          organisations,
          seed,
          windows,
          musts: organisations / 10,
          vetoes: organisations / 5,
        });
        const problem = problemSchema.parse(floor);
        const start = performance.now();
        const schedule = planSchedule(problem, solve);
        const seconds = (performance.now() - start) / 1000;
        lowered += schedule.lowered.length;
        unplaced += schedule.unmet.filter(({ reason }) => reason === 'not_placed').length;
        worst = {
          share: Math.min(worst.share, schedule.value / schedule.bound),
          greedy: Math.min(worst.greedy, greedyValue(floor) / schedule.bound),
          seconds: Math.max(worst.seconds, seconds),
        };
      }
      const what = `${organisations} organisations ${windows ? 'with' : 'without'} windows`;
      measures.push({
        name: `value of the schedule over the bound, ${what}`,
        ratio: worst.share,
        limit: windows ? 0.99 : 1 - 1e-9,
        direction: 'at least',
        detail: `${percent(worst.share)}; best pair first ${percent(worst.greedy)}, without floors and wishes; ${unplaced} musts without a round, ${lowered} floors lowered by name; worst of ${seeds.length}`,
      });
      if (organisations === 400)
        measures.push({
          name: `seconds for ${what}`,
          ratio: worst.seconds,
          limit: 5,
          direction: 'at most',
          detail: '',
        });
    }
  return measures;
}
