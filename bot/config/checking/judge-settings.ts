import type { z } from 'zod';
import { explainIssue } from '../problems/explain-issue.ts';
import { type Finding, nameOfPath } from '../problems/problem.ts';
import { looksLikeSecret } from '../problems/secret-shapes.ts';
import { PLATFORMS } from '../sections/people-settings.ts';
import { type Settings, settings } from '../sections/settings.ts';
import { checkTeamsIdentities } from '../sections/teams-identity.ts';
import { checkWindowVaults } from '../sections/window-settings.ts';
import { checkApprovers } from './approver-checks.ts';
import { checkPlatforms } from './platform-checks.ts';

export interface Judgement {
  /** Absent when the schema has found anything. */
  readonly settings?: Settings;
  readonly findings: readonly Finding[];
  /** What works, but not for everybody. */
  readonly warnings: readonly string[];
}

/** Finds everything that is wrong with the content of the file, not only the first. */
export function judgeSettings(value: unknown): Judgement {
  const parsed = settings.safeParse(value, { error: explainIssue, reportInput: true });
  const malformed = parsed.error?.issues.flatMap(findingsOf) ?? [];
  const places = new Set(malformed.map(({ path }) => nameOfPath(path)));
  const planted = findPlantedSecrets(value).filter(({ path }) => !places.has(nameOfPath(path)));
  const crossed = crossCheck(value);
  return {
    ...(parsed.success && { settings: parsed.data }),
    findings: [...malformed, ...planted, ...crossed.findings],
    warnings: crossed.warnings,
  };
}

function findingsOf(issue: z.core.$ZodIssue): readonly Finding[] {
  if (issue.code === 'unrecognized_keys') {
    const texts = issue.message.split('\n');
    return issue.keys.map((key, index) => ({
      path: [...issue.path, key],
      text: texts[index] ?? '',
    }));
  }
  return [{ path: issue.path, text: `${shown(issue)}${issue.message}` }];
}

/** What the file says there, so that a person sees at once what is meant. Never a secret. */
function shown({ input, message }: z.core.$ZodIssue): string {
  if (!message.startsWith('must ')) return '';
  if (typeof input === 'number' || typeof input === 'boolean') return `${input} `;
  if (typeof input !== 'string' || looksLikeSecret(input)) return '';
  return `${JSON.stringify(input.slice(0, 60))} `;
}

/** The rules between sections. Each looks as soon as the sections it needs are well-formed. */
function crossCheck(value: unknown): { findings: readonly Finding[]; warnings: readonly string[] } {
  const raw = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const people = settings.shape.people.safeParse(raw['people']).data;
  const channels = settings.shape.channels.safeParse(raw['channels']).data;
  const policies = settings.shape.policies.safeParse(raw['policies']).data;
  const azure = settings.shape.azure.safeParse(raw['azure']).data;
  const teams = settings.shape.teams.safeParse(raw['teams']).data;
  const present = PLATFORMS.filter((platform) => raw[platform] !== undefined);
  const approvers = people && policies ? checkApprovers(people, policies) : undefined;
  return {
    findings: [
      ...checkPlatforms(present, channels ?? [], people ?? []),
      ...(teams === undefined ? [] : checkTeamsIdentities(people ?? [], teams.tenants)),
      ...(approvers?.findings ?? []),
      ...(azure && policies ? checkWindowVaults(policies.maintenanceWindows, azure.vaults) : []),
    ],
    warnings: approvers?.warnings ?? [],
  };
}

function findPlantedSecrets(value: unknown, path: readonly PropertyKey[] = []): readonly Finding[] {
  if (typeof value === 'string') {
    const text =
      'looks like a secret. Secrets do not belong in this file: take it out, replace it where it was made, and set it in the environment';
    return looksLikeSecret(value) ? [{ path, text }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    findPlantedSecrets(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
