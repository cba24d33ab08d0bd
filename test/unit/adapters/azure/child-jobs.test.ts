import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { collectChildErrors } from '../../../../adapters/azure/records/child-jobs.ts';
import { jobSchema } from '../../../../adapters/azure/records/job-schemas.ts';
import { jobOf } from '../../../../adapters/azure/records/jobs.ts';

const silent = pino({ level: 'silent' });

interface ChildLink {
  readonly child: string;
  readonly state?: string;
}

function job(name: string, children: readonly ChildLink[], errors: readonly string[] = []) {
  return jobSchema.parse({
    name,
    properties: {
      scenarioName: 'Failback',
      state: 'Failed',
      errors: errors.map((code) => ({
        errorLevel: 'Error',
        serviceErrorDetails: { code, message: code },
      })),
      tasks: [
        {
          state: 'Failed',
          groupTaskCustomDetails: {
            childTasks: children.map(({ child, state = 'Failed' }) => ({
              state,
              customDetails: { jobTask: { jobId: `/x/replicationJobs/${child}` } },
            })),
          },
        },
      ],
    },
  });
}

function vaultOf(...jobs: readonly ReturnType<typeof job>[]) {
  const reads: string[] = [];
  return {
    reads,
    async readJob(id: string) {
      reads.push(id);
      return jobs.find(({ name }) => name === id);
    },
  };
}

describe('the errors of child jobs', () => {
  it('are collected two levels deep, each job once', async () => {
    const vault = vaultOf(
      job('b', [{ child: 'c' }, { child: 'a' }], ['E-b']),
      job('c', [{ child: 'd' }], ['E-c']),
      job('d', [], ['E-d']),
    );
    const root = job('a', [{ child: 'b' }, { child: 'b' }]);

    const issues = await collectChildErrors(root, vault.readJob, silent);

    expect(issues.map(({ code }) => code)).toEqual(['E-b', 'E-c']);
    expect(vault.reads).toEqual(['b', 'c']);
  });

  it('cost no read while all goes well, or where the child has not started', async () => {
    const vault = vaultOf();
    const root = job('a', [
      { child: 'b', state: 'InProgress' },
      { child: 'c', state: 'Succeeded' },
      { child: '', state: 'Failed' },
    ]);

    expect(await collectChildErrors(root, vault.readJob, silent)).toEqual([]);
    expect(vault.reads).toEqual([]);
  });

  it('cost at most twenty reads', async () => {
    const vault = vaultOf();
    const children = Array.from({ length: 50 }, (_, at) => ({ child: `child-${at}` }));

    await collectChildErrors(job('a', children), vault.readJob, silent);

    expect(vault.reads).toHaveLength(20);
  });

  it('are left out, not fatal, where a child cannot be read', async () => {
    const readJob = async (id: string) => {
      if (id === 'b') throw new Error('Simulated.');
      return job('c', [], ['E-c']);
    };

    const issues = await collectChildErrors(
      job('a', [{ child: 'b' }, { child: 'c' }]),
      readJob,
      silent,
    );

    expect(issues.map(({ code }) => code)).toEqual(['E-c']);
  });

  it('are told once when the parent has them too', () => {
    const issue = { level: 'Error', code: 'E-a', message: 'E-a' };

    expect(jobOf(job('a', [], ['E-a']), [issue]).errors).toEqual([issue]);
  });
});

it("gives the host's own words where the service has none", () => {
  const wire = jobSchema.parse({
    name: 'a',
    properties: {
      scenarioName: 'Failback',
      state: 'Failed',
      errors: [
        {
          errorLevel: 'Error',
          serviceErrorDetails: null,
          providerErrorDetails: {
            errorCode: 31408,
            errorMessage: 'No switch.',
            recommendedAction: 'Make one.',
          },
        },
      ],
    },
  });

  expect(jobOf(wire).errors).toEqual([
    { level: 'Error', code: '31408', message: 'No switch.', recommendedAction: 'Make one.' },
  ]);
});
