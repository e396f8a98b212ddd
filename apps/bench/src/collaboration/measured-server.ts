import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('server-process.js', import.meta.url));

interface Report {
  /** Microseconds of processor time since the process started. */
  readonly cpu: number;
  readonly openDocuments: number;
}

/** A server in a process of its own, and what its parent can learn about it. */
export class MeasuredServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(kind: 'ours' | 'raw', path: string): Promise<MeasuredServer> {
    const child = fork(program, [kind, path]);
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    return new MeasuredServer(child, `http://127.0.0.1:${port}`);
  }

  async report(): Promise<Report> {
    const answer = once(this.child, 'message');
    this.child.send('report');
    const [report] = (await answer) as [Report];
    return report;
  }

  async kill(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}
