/** A schedule while it is made: which pair each delegate meets in each round. Pure, changed in place. */
import type { Prepared } from '../prepared';

/** A pair with the two people who sit at the table. */
export interface Seat {
  /** Position in the list of candidates. */
  pair: number;
  one: number;
  other: number;
}

const NONE = -1;

export class Board {
  readonly seats: Seat[] = [];
  readonly #prepared: Prepared;
  /** For each delegate the seat of each round. */
  readonly #at: Int32Array[];
  readonly #round: number[] = [];
  readonly #load: Int32Array;

  constructor(prepared: Prepared) {
    this.#prepared = prepared;
    this.#at = prepared.delegates.map(() => new Int32Array(prepared.rounds).fill(NONE));
    this.#load = new Int32Array(prepared.rounds);
  }

  get rounds(): number {
    return this.#prepared.rounds;
  }

  /** Adds a seat without a round; its number is what the other methods take. */
  add(seat: Seat): number {
    this.#round.push(NONE);
    return this.seats.push(seat) - 1;
  }

  seat(number: number): Seat {
    const found = this.seats[number];
    if (found === undefined) throw new RangeError(`no seat ${number}`);
    return found;
  }

  /** -1 while the pair has no round. */
  roundOf(number: number): number {
    return this.#round[number] ?? NONE;
  }

  load(round: number): number {
    return this.#load[round] ?? 0;
  }

  /** The seat of a delegate in a round, or -1. */
  at(delegate: number, round: number): number {
    return this.#at[delegate]?.[round] ?? NONE;
  }

  here(delegate: number, round: number): boolean {
    return this.#prepared.present[delegate]?.[round] === 1;
  }

  free(delegate: number, round: number): boolean {
    return this.here(delegate, round) && this.at(delegate, round) === NONE;
  }

  /** Whether both people are there in that round, whatever else they do then. */
  allowed(number: number, round: number): boolean {
    const { one, other } = this.seat(number);
    return this.here(one, round) && this.here(other, round);
  }

  fits(number: number, round: number): boolean {
    const { one, other } = this.seat(number);
    return this.free(one, round) && this.free(other, round);
  }

  place(number: number, round: number): void {
    const { one, other } = this.seat(number);
    this.#set(one, round, number);
    this.#set(other, round, number);
    this.#round[number] = round;
    this.#load[round] = this.load(round) + 1;
  }

  remove(number: number): void {
    const round = this.roundOf(number);
    if (round === NONE) return;
    const { one, other } = this.seat(number);
    this.#set(one, round, NONE);
    this.#set(other, round, NONE);
    this.#round[number] = NONE;
    this.#load[round] = this.load(round) - 1;
  }

  /** The seats that have a round. */
  placed(): number[] {
    return [...this.seats.keys()].filter((number) => this.roundOf(number) !== NONE);
  }

  inRound(round: number): number[] {
    return [...this.seats.keys()].filter((number) => this.roundOf(number) === round);
  }

  #set(delegate: number, round: number, number: number): void {
    const row = this.#at[delegate];
    if (row) row[round] = number;
  }
}
