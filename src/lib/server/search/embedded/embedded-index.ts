/** One index in memory: the documents, their columns and words. */
import { fingerprintOfStored } from '../fingerprint';
import type { StoredDocument } from '../rules/check-document';
import type { CheckedFilter } from '../rules/check-filter';
import type { CheckedQuery } from '../rules/check-query';
import type { Candidates, IndexSettings, SearchResult } from '../search-port';
import { BitSet } from './bit-set';
import { passing } from './passing';
import { PlaceColumn } from './place-column';
import { runQuery } from './run-query';
import { SortColumn } from './sort-column';
import { Synonyms } from './synonyms';
import { TextIndex } from './text-index';
import { ValueColumn } from './value-column';

const FIRST_CAPACITY = 1024;

export class EmbeddedIndex {
  readonly settings: IndexSettings;
  readonly text: TextIndex;
  readonly synonyms: Synonyms;
  readonly values: ReadonlyMap<string, ValueColumn>;
  readonly sorts: ReadonlyMap<string, SortColumn>;
  readonly places = new PlaceColumn();
  readonly #numbers = new Map<string, number>();
  readonly #documents: (StoredDocument | undefined)[] = [];
  readonly #fingerprints: string[] = [];
  readonly #freeNumbers: number[] = [];
  #live = new BitSet(FIRST_CAPACITY);

  constructor(settings: IndexSettings) {
    this.settings = settings;
    this.text = new TextIndex(settings.searchable);
    this.synonyms = new Synonyms(settings);
    this.values = new Map(Object.keys(settings.filterable).map((field) => [field, new ValueColumn()]));
    this.sorts = new Map(Object.keys(settings.sortable).map((field) => [field, new SortColumn()]));
  }

  get size(): number {
    return this.#numbers.size;
  }

  /** All documents there are, as a set that the caller may change. */
  all(): BitSet {
    return this.#live.resized(this.#documents.length);
  }

  document(number: number): StoredDocument {
    const document = this.#documents[number];
    if (!document) throw new Error(`no document has the number ${number}`);
    return document;
  }

  put(document: StoredDocument): void {
    const known = this.#numbers.get(document.id);
    if (known !== undefined) this.#clear(known);
    const number = known ?? this.#freeNumbers.pop() ?? this.#documents.length;
    this.#numbers.set(document.id, number);
    this.#documents[number] = document;
    this.#fingerprints[number] = fingerprintOfStored(document);
    if (number >= this.#live.size) this.#live = this.#live.resized(this.#live.size * 2);
    this.#live.add(number);

    this.text.add(number, document.values);
    this.places.set(number, document.place);
    for (const [field, value] of document.values) {
      this.values.get(field)?.add(number, value);
      if (typeof value !== 'boolean') this.sorts.get(field)?.add(number, value);
    }
  }

  remove(id: string): void {
    const number = this.#numbers.get(id);
    if (number === undefined) return;
    this.#clear(number);
    this.#numbers.delete(id);
    this.#documents[number] = undefined;
    this.#live.delete(number);
    this.#freeNumbers.push(number);
  }

  search(query: CheckedQuery): SearchResult {
    return runQuery(this, query);
  }

  candidates(filter: CheckedFilter, cap: number): Candidates {
    const numbers = passing(this, filter, this.all()).numbers();
    const ids = [...numbers.subarray(0, cap)].map((number) => this.document(number).id);
    return { ids, truncated: numbers.length > ids.length };
  }

  /** A copy, so that changes while it is read neither repeat nor skip a document. */
  fingerprints(): { id: string; fingerprint: string }[] {
    return [...this.#numbers].map(([id, number]) => ({ id, fingerprint: this.#fingerprints[number] ?? '' }));
  }

  documents(): StoredDocument[] {
    return this.#documents.filter((document) => document !== undefined);
  }

  #clear(number: number): void {
    this.text.remove(number);
    this.places.set(number, null);
    for (const column of this.values.values()) column.remove(number);
    for (const column of this.sorts.values()) column.remove(number);
  }
}
