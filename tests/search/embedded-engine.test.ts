/** The embedded engine keeps the search contract. */
import { EmbeddedEngine } from '../../src/lib/server/search/embedded-engine';
import { describeContract } from './contract';

describeContract('the embedded engine', () => new EmbeddedEngine(), 300);
