/** GRANT-001: the first administrator of an installation is appointed from the terminal. */
import { describe, expect, it } from 'vitest';
import { People } from '../../src/lib/domains/accounts/server/person.model';
import { createPerson } from '../support/factories/accounts';
import { runProgram } from './run-program';

const grant = (...args: string[]) => runProgram('grant', args, { MONGODB_URI: process.env.MONGODB_URI ?? '' }).ended;
const rolesOf = async (id: string) => (await People.findById(id).lean())?.platformRoles;

describe('npm run grant', () => {
  it('GRANT-001 gives the role once, and says so the second time', async () => {
    const { id, email } = await createPerson();
    expect(await grant(email.toUpperCase(), 'administrator')).toMatchObject({ code: 0 });
    expect((await grant(email, 'administrator')).output).toContain('already');
    expect(await rolesOf(id)).toEqual(['administrator']);
  });

  it('GRANT-002 refuses strangers, unconfirmed addresses and unknown roles, and changes nothing', async () => {
    const { id, email } = await createPerson({}, { confirmed: false });
    expect(await grant(email, 'moderator')).toMatchObject({ code: 1 });
    expect(await grant('nobody@people.example', 'moderator')).toMatchObject({ code: 1 });
    expect(await grant(email, 'king')).toMatchObject({ code: 2 });
    expect(await rolesOf(id)).toEqual([]);
  });
});
