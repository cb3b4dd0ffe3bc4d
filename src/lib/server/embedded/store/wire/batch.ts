/** A cursor's answer, put together from stored bytes without decoding them. */
import { serialize, type Long } from 'bson';

/** Room for the frame around 16 MB of documents. */
export const MAX_BATCH = 16 * 1024 * 1024 - 16 * 1024;

export function batchReply(field: 'firstBatch' | 'nextBatch', documents: Buffer[], cursorId: Long, ns: string): Buffer {
  const list = arrayOf(documents);
  const rest = Buffer.from(serialize({ id: cursorId, ns }));
  const cursor = documentOf([element(0x04, field, list), rest.subarray(4, -1)]);
  return documentOf([element(0x03, 'cursor', cursor), Buffer.from(serialize({ ok: 1 })).subarray(4, -1)]);
}

/** Any answer whose one field is a raw document, such as findAndModify's `value`. */
export function valueReply(rest: Record<string, unknown>, name: string, document: Buffer | null): Buffer {
  const fields = Buffer.from(serialize(rest)).subarray(4, -1);
  return documentOf([document ? element(0x03, name, document) : element(0x0a, name, Buffer.alloc(0)), fields]);
}

function arrayOf(documents: Buffer[]): Buffer {
  return documentOf(documents.map((document, i) => element(0x03, String(i), document)));
}

function element(type: number, name: string, value: Buffer): Buffer {
  const head = Buffer.allocUnsafe(name.length + 2);
  head[0] = type;
  head.write(name, 1, 'latin1');
  head[name.length + 1] = 0;
  return Buffer.concat([head, value]);
}

function documentOf(elements: Buffer[]): Buffer {
  const size = elements.reduce((sum, { length }) => sum + length, 5);
  const document = Buffer.allocUnsafe(size);
  document.writeInt32LE(size);
  let at = 4;
  for (const bytes of elements) at += bytes.copy(document, at);
  document[at] = 0;
  return document;
}
