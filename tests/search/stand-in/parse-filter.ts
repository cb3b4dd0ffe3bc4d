/** Reads Meilisearch's filter language as its own parser does (crates/filter-parser), for what this project writes. */
import type { Filter } from '../../../src/lib/server/search/search-port';

const WORD = /^[\p{L}\p{N}_.-]+/u;
const FLOAT = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?/;
const KEYWORDS = ['AND', 'OR', 'NOT', 'IN', 'TO', 'EXISTS', 'IS', 'NULL', 'EMPTY', '_geoRadius'];
const ESCAPES: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  '\\': '\\',
  '"': '"',
  "'": "'",
  '/': '/',
};

export function parseFilter(text: string): Filter {
  const parser = new FilterParser(text);
  const filter = parser.or();
  parser.end();
  return filter;
}

class FilterParser {
  #rest: string;

  constructor(text: string) {
    this.#rest = text.trimStart();
  }

  or(): Filter {
    const parts = [this.#and()];
    while (this.#takeWord('OR')) parts.push(this.#and());
    return parts.length === 1 && parts[0] ? parts[0] : { or: parts };
  }

  end(): void {
    if (this.#rest !== '') throw this.#unexpected();
  }

  #and(): Filter {
    const parts = [this.#not()];
    while (this.#takeWord('AND')) parts.push(this.#not());
    return parts.length === 1 && parts[0] ? parts[0] : { and: parts };
  }

  #not(): Filter {
    return this.#takeWord('NOT') ? { not: this.#not() } : this.#primary();
  }

  #primary(): Filter {
    if (this.#take('(')) {
      const filter = this.or();
      this.#need(')');
      return filter;
    }
    if (this.#takeWord('_geoRadius')) {
      this.#need('(');
      const lat = this.#float();
      this.#need(',');
      const lng = this.#float();
      this.#need(',');
      const radiusM = this.#float();
      this.#need(')');
      return { geo: { lat, lng, radiusM } };
    }
    return this.#condition(String(this.#value()));
  }

  #condition(field: string): Filter {
    if (this.#takeWord('EXISTS')) return { field, exists: true };
    if (this.#takeWord('IN')) return { field, in: this.#list() };
    if (this.#take('>=')) return { field, gte: Number(this.#value()) };
    if (this.#take('<=')) return { field, lte: Number(this.#value()) };
    const gte = Number(this.#value());
    if (!this.#takeWord('TO')) throw this.#unexpected();
    return { field, gte, lte: Number(this.#value()) };
  }

  #list(): (string | number)[] {
    this.#need('[');
    const values: (string | number)[] = [];
    while (!this.#take(']')) {
      values.push(this.#value());
      if (!this.#take(',') && !this.#rest.startsWith(']')) throw this.#unexpected();
    }
    return values;
  }

  #value(): string | number {
    if (this.#rest.startsWith('"')) return this.#quoted();
    const word = WORD.exec(this.#rest)?.[0];
    if (word === undefined || KEYWORDS.includes(word)) throw this.#unexpected();
    this.#skip(word.length);
    return Number.isNaN(Number(word)) ? word : Number(word);
  }

  /** Two layers, as the server does it: first quotes, only if one was escaped; then every escape. */
  #quoted(): string {
    let end = 1;
    let escapedQuote = false;
    for (; this.#rest[end] !== '"'; end++) {
      if (end >= this.#rest.length) throw this.#unexpected();
      if (this.#rest[end] !== '\\') continue;
      end++;
      escapedQuote ||= this.#rest[end] === '"';
    }
    const raw = this.#rest.slice(1, end);
    this.#skip(end + 1);
    return unescape(escapedQuote ? raw.replaceAll('\\"', '"') : raw);
  }

  #float(): number {
    const float = FLOAT.exec(this.#rest)?.[0];
    if (float === undefined) throw this.#unexpected();
    this.#skip(float.length);
    return Number(float);
  }

  #takeWord(word: string): boolean {
    if (WORD.exec(this.#rest)?.[0] !== word) return false;
    this.#skip(word.length);
    return true;
  }

  #take(sign: string): boolean {
    if (!this.#rest.startsWith(sign)) return false;
    this.#skip(sign.length);
    return true;
  }

  #need(sign: string): void {
    if (!this.#take(sign)) throw this.#unexpected();
  }

  #skip(length: number): void {
    this.#rest = this.#rest.slice(length).trimStart();
  }

  #unexpected(): Error {
    return new Error(`unexpected in a filter: ${this.#rest.slice(0, 40)}`);
  }
}

function unescape(text: string): string {
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== '\\') plain += text[i];
    else {
      const meant = ESCAPES[text[++i] ?? ''];
      if (meant === undefined) throw new Error(`no escape is written \\${text[i]}`);
      plain += meant;
    }
  }
  return plain;
}
