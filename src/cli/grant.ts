/** `npm run grant -- EMAIL ROLE`: makes somebody who has an account a moderator or an administrator. */
import { parseArgs } from 'node:util';
import { PLATFORM_ROLES } from '$lib/domains/accounts/account';
import { grantPlatformRole } from '$lib/domains/accounts/server/commands/operator/grant-platform-role';
import { personByEmail } from '$lib/domains/accounts/server/queries/person-contact';
import { systemContext, type PlatformRole } from '$lib/server/context';
import { startPlatform, stopPlatform } from '$lib/server/start';
import { AppError } from '$lib/shared/app-error';

const USAGE = `npm run grant -- EMAIL ROLE

  EMAIL   of somebody who has an account and has confirmed the address
  ROLE    ${PLATFORM_ROLES.join(' or ')}
  --help  this text

The role is there at the person's next click. It is taken away at /moderation/people.`;

function isPlatformRole(word: string): word is PlatformRole {
  return (PLATFORM_ROLES as readonly string[]).includes(word);
}

async function grant(email: string, role: PlatformRole): Promise<number> {
  await startPlatform({ jobs: false, search: false });
  try {
    const person = await personByEmail(email.toLowerCase());
    if (!person) {
      console.error(`Nobody here has an account with ${email}. Sign up first, then run this again.`);
      return 1;
    }
    const changed = await grantPlatformRole(systemContext(), { personId: person.id, role });
    console.log(changed ? `${person.name} is ${role} now.` : `${person.name} is ${role} already.`);
    return 0;
  } catch (error) {
    if (!(error instanceof AppError) || error.reason !== 'account_error_role_unconfirmed') throw error;
    console.error(`${email} is not confirmed yet: open the link in the mail that came with the sign-up first.`);
    return 1;
  } finally {
    await stopPlatform();
  }
}

function readArguments(): { words: string[]; help: boolean; problem?: string } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' } },
    });
    return { words: positionals, help: values.help === true };
  } catch (error) {
    return { words: [], help: false, problem: error instanceof Error ? error.message : String(error) };
  }
}

const { words, help, problem } = readArguments();
const [email, role] = words;
if (help) console.log(USAGE);
else if (problem !== undefined || !email || !role || words.length > 2 || !isPlatformRole(role)) {
  console.error(`${problem ?? 'Which address, and which role?'}\n\n${USAGE}`);
  process.exitCode = 2;
} else process.exitCode = await grant(email, role);
