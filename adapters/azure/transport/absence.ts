import { type ArmAnswer, armError } from './azure-error.ts';

/**
 * Whether a 404 says that the very resource is absent. A missing subscription, group, parent or vault is an error in
 * the settings or the rights, and never "there is no such VM". ARM names a missing vault with the code
 * `ResourceNotFound` too, and quotes its id up to the vault's name.
 */
export function isAbsence(answer: ArmAnswer, vaultName: string): boolean {
  if (answer.status !== 404) return false;
  const { code, message } = armError(answer);
  if (!/NotFound$|DoesNotExist$/i.test(code)) return false;
  if (/^(Subscription|ResourceGroup|ParentResource|Vault|Tenant)/i.test(code)) return false;
  return !message.toLowerCase().includes(`/vaults/${vaultName.toLowerCase()}'`);
}
