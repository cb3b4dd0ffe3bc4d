/** The collections of the application itself: what test files and the seed add to a worker's models is not among them. */
import mongoose from 'mongoose';
import '../../src/lib/server/start';

/** Read once for each worker, before its first test file. */
export const APPLICATION_COLLECTIONS: ReadonlySet<string> = new Set(
  Object.values(mongoose.models).map(({ collection }) => collection.name),
);
