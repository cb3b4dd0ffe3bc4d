/** Runs a program of src/cli as a process of its own, as people do. */
import { spawn } from 'node:child_process';

export interface RunningProgram {
  /** Resolved when the output holds this text. */
  says(text: string): Promise<void>;
  /** As Ctrl+C does. */
  interrupt(): void;
  ended: Promise<{ code: number | null; output: string }>;
}

export function seedCommand(args: readonly string[], environment: Record<string, string>): RunningProgram {
  return runProgram('seed', args, environment);
}

export function runProgram(
  program: string,
  args: readonly string[],
  environment: Record<string, string>,
): RunningProgram {
  const { MONGODB_URI: _tests, ...inherited } = process.env;
  const child = spawn(process.execPath, [`build/cli/${program}.js`, ...args], {
    env: { ...inherited, ...environment },
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      for (const listener of listeners) listener();
    });
  const ended = new Promise<{ code: number | null; output: string }>((done) =>
    child.on('close', (code) => done({ code, output })),
  );
  const says = (text: string) =>
    new Promise<void>((done, fail) => {
      const look = () => {
        if (!output.includes(text)) return;
        listeners.delete(look);
        done();
      };
      listeners.add(look);
      look();
      void ended.then(() => fail(new Error(`it ended without saying "${text}": ${output}`)));
    });
  return { says, interrupt: () => child.kill('SIGINT'), ended };
}
