/** HiGHS behind `Solve`. Synchronous and heavy: loaded in the worker thread only. */
import highsLoader, { type Highs, type VariableType } from 'highs';
import type { LinearModel, LinearSolution, Solve, SolveLimits } from '../../schedule/linear-model';

export async function loadSolver(): Promise<Solve> {
  const highs = await highsLoader();
  return (model, limits = {}) => solveWith(highs, model, limits);
}

/** Each model is disposed of before this returns: what HiGHS holds is outside the garbage collector. */
function solveWith(highs: Highs, model: LinearModel, limits: SolveLimits): LinearSolution {
  const numCols = model.cost.length;
  const numRows = model.rowLower.length;
  if (numCols === 0)
    return { status: 'optimal', x: new Float64Array(), value: 0, bound: 0, rowDual: new Float64Array() };
  const { modelStatus, objectiveSense } = highs.constants;
  const source = {
    numCols,
    numRows,
    sense: objectiveSense.maximize,
    colCost: model.cost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: {
      format: 'csr' as const,
      numRows,
      numCols,
      starts: model.starts,
      indices: model.indices,
      values: model.values,
    },
    ...(model.whole && { integrality: Array.from({ length: numCols }, (): VariableType => 1) }),
  };
  return highs.withModel(source, (native): LinearSolution => {
    native.options.set({ output_flag: false, random_seed: 1 });
    if (model.whole) {
      native.options.set({ mip_rel_gap: 0, mip_abs_gap: 1e-9 });
      if (limits.nodes !== undefined) native.options.set('mip_max_nodes', limits.nodes);
      if (limits.seconds !== undefined) native.options.set('time_limit', limits.seconds);
    } else {
      // A corner of the polytope, which simplex gives and an interior point does not: corners are whole numbers here.
      native.options.set('solver', 'simplex');
    }
    native.run();
    const status = native.getModelStatus();
    const empty = new Float64Array();
    if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
      return { status: 'infeasible', x: empty, value: 0, bound: 0, rowDual: empty };
    const solution = native.getSolution();
    if (status !== modelStatus.optimal && !model.whole) throw new Error(`the solver ended with status ${status}`);
    const found = status === modelStatus.optimal || native.info.get('primal_solution_status') === 2;
    const value = found ? native.getObjectiveValue() : 0;
    return {
      status: status === modelStatus.optimal ? 'optimal' : 'limit',
      x: found ? solution.colValue : empty,
      value,
      bound: model.whole ? Number(native.info.get('mip_dual_bound')) : value,
      rowDual: model.whole ? empty : solution.rowDual,
    };
  });
}
