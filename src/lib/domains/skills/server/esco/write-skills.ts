/** Writes a batch of ESCO concepts: new skills, or the ESCO part of those we have. Repeating it changes nothing. */
import { isDuplicateKey, op } from '$lib/server/mongo';
import { namesOf, Skills, type SkillDocument } from '../skill.model';
import { escoSlug, type EscoSkill } from './esco-row';

type Known = Pick<SkillDocument, '_id' | 'escoUri' | 'source' | 'editedAt' | 'esco'>;

export interface WrittenBatch {
  imported: string[];
  updated: string[];
  unchanged: string[];
  /** Slug by URI, for the relations. */
  slugs: Map<string, string>;
}

async function knownByUri(uris: string[]): Promise<Map<string, Known>> {
  const found = await Skills.find(
    { escoUri: op({ $in: uris }) },
    { escoUri: 1, source: 1, editedAt: 1, 'esco.contentHash': 1 },
  ).lean<Known[]>();
  return new Map(found.flatMap((skill) => (skill.escoUri ? [[skill.escoUri, skill] as const] : [])));
}

function newDocument(skill: EscoSkill, at: Date): Partial<SkillDocument> {
  const { uri, label, altLabels, description, kind, hash } = skill;
  return {
    _id: escoSlug(skill),
    group: null,
    labels: { en: label },
    escoUri: uri,
    source: 'esco',
    esco: { kind, altLabels, description, broader: [], related: [], contentHash: hash, linksHash: '' },
    names: namesOf({ en: label }),
    updatedAt: at,
  };
}

function change(skill: EscoSkill, known: Known, at: Date) {
  const { label, altLabels, description, kind, hash } = skill;
  const ownLabel = known.source === 'esco' && known.editedAt === null;
  return {
    $set: {
      'esco.kind': kind,
      'esco.altLabels': altLabels,
      'esco.description': description,
      'esco.contentHash': hash,
      // A curated skill keeps the labels we chose.
      ...(ownLabel ? { labels: { en: label }, names: namesOf({ en: label }) } : {}),
      updatedAt: at,
    },
    $inc: { version: 1 },
  };
}

export async function writeSkills(batch: readonly EscoSkill[], at: Date): Promise<WrittenBatch> {
  const known = await knownByUri(batch.map((skill) => skill.uri));
  const result: WrittenBatch = { imported: [], updated: [], unchanged: [], slugs: new Map() };
  const writes = [];
  for (const skill of batch) {
    const present = known.get(skill.uri);
    const slug = present?._id ?? escoSlug(skill);
    result.slugs.set(skill.uri, slug);
    if (!present) {
      result.imported.push(slug);
      writes.push({ insertOne: { document: newDocument(skill, at) } });
    } else if (present.esco?.contentHash !== skill.hash) {
      result.updated.push(slug);
      writes.push({ updateOne: { filter: { _id: slug, escoUri: skill.uri }, update: change(skill, present, at) } });
    } else result.unchanged.push(slug);
  }
  if (writes.length === 0) return result;
  try {
    await Skills.bulkWrite(writes as never[], { ordered: false });
  } catch (error) {
    // Another import wrote some of them first, from the same source: they stand as they are.
    if (!isDuplicateKey(error)) throw error;
  }
  return result;
}
