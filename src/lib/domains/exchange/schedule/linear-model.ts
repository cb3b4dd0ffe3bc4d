/** A linear programme as plain arrays, and what solves it. The rules only know this; HiGHS sits behind it in the worker. */

export interface LinearModel {
  /** To be made as large as possible. */
  cost: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  rowLower: Float64Array;
  rowUpper: Float64Array;
  /** Entries row by row: those of row r are at `starts[r]` to `starts[r + 1]`. */
  starts: Int32Array;
  indices: Int32Array;
  values: Float64Array;
  /** Columns must be whole numbers. */
  whole?: boolean;
}

export interface SolveLimits {
  /** Branches looked at: a limit that gives the same answer on every machine. */
  nodes?: number;
  /** The best found until then. A slower machine may find less. */
  seconds?: number;
}

export interface LinearSolution {
  /** `limit`: stopped early, `x` is the best found. */
  status: 'optimal' | 'limit' | 'infeasible';
  x: Float64Array;
  value: number;
  bound: number;
  /** What one more unit of room in each row would bring; empty for whole numbers. */
  rowDual: Float64Array;
}

export type Solve = (model: LinearModel, limits?: SolveLimits) => LinearSolution;

/** Collects columns and rows; a row names its columns, each with the factor 1 unless it says otherwise. */
export class ModelBuilder {
  readonly #cost: number[] = [];
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #starts: number[] = [0];
  readonly #indices: number[] = [];
  readonly #values: number[] = [];

  get columns(): number {
    return this.#cost.length;
  }

  column(cost: number, lower: number, upper: number): number {
    this.#cost.push(cost);
    this.#lower.push(lower);
    this.#upper.push(upper);
    return this.#cost.length - 1;
  }

  /** The number of the new row. */
  row(lower: number, upper: number, columns: Iterable<number>, minus: Iterable<number> = []): number {
    for (const column of columns) this.#entry(column, 1);
    for (const column of minus) this.#entry(column, -1);
    this.#starts.push(this.#indices.length);
    this.#rowLower.push(lower);
    this.#rowUpper.push(upper);
    return this.#rowLower.length - 1;
  }

  #entry(column: number, value: number): void {
    this.#indices.push(column);
    this.#values.push(value);
  }

  build(whole = false): LinearModel {
    return {
      cost: Float64Array.from(this.#cost),
      lower: Float64Array.from(this.#lower),
      upper: Float64Array.from(this.#upper),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
      starts: Int32Array.from(this.#starts),
      indices: Int32Array.from(this.#indices),
      values: Float64Array.from(this.#values),
      whole,
    };
  }
}
