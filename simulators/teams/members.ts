import { type Answer, refusal } from './answer.ts';
import type { KnownPerson, SimulatedConversation, Tenant } from './tenant.ts';

/** Fewer than 50 are never asked for: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context */
const SMALLEST_PAGE = 50;

export function memberAnswer(
  tenant: Tenant,
  conversation: SimulatedConversation,
  id: string,
): Answer {
  const person = tenant.personByAccount(id);
  const isThere = person !== undefined && tenant.membersOf(conversation).includes(person);
  if (!isThere)
    return refusal(404, 'MemberNotFoundInConversation', 'The member is not in the conversation.');
  return { status: 200, body: describe(person) };
}

export function membersAnswer(tenant: Tenant, conversation: SimulatedConversation): Answer {
  return { status: 200, body: tenant.membersOf(conversation).map(describe) };
}

/** The token for the next page is where it begins. */
export function pagedMembersAnswer(
  tenant: Tenant,
  conversation: SimulatedConversation,
  query: URLSearchParams,
): Answer {
  const size = Math.max(SMALLEST_PAGE, Number(query.get('pageSize') ?? 0));
  const from = Number(query.get('continuationToken') ?? 0);
  const all = tenant.membersOf(conversation);
  const members = all.slice(from, from + size).map(describe);
  const isLast = from + size >= all.length;
  return {
    status: 200,
    body: { members, ...(!isLast && { continuationToken: String(from + size) }) },
  };
}

/** The role that the service names for each kind of person. */
const USER_ROLES = {
  member: 'user',
  guest: 'guest',
  stranger: 'user',
  anonymous: 'anonymous',
  bot: 'bot',
} as const;

function describe(person: KnownPerson) {
  const { mri, name, aadObjectId, kind, tenantId, userPrincipalName } = person;
  const inDirectory = {
    aadObjectId,
    objectId: aadObjectId,
    userPrincipalName,
    email: userPrincipalName,
  };
  return {
    id: mri,
    name,
    ...(aadObjectId !== undefined && inDirectory),
    userRole: USER_ROLES[kind],
    tenantId,
  };
}
