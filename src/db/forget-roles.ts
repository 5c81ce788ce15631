import type { Transaction } from './rekey-chat.js';

/**
 * Forgets that somebody served: roles they held once, the links they took, what the bot was asking them. A role they
 * hold now stays, because colleagues work with them; they can lay it down first.
 * @returns whether they hold one now, and whether anything was forgotten
 */
export async function forgetRoles(tx: Transaction, personKey: string): Promise<{ serves: boolean; forgot: boolean }> {
  const serves = (await tx.role.count({ where: { personKey, revokedAt: null } })) > 0;
  const dialogues = await tx.dialogue.deleteMany({ where: { personKey } });
  const roles = await tx.role.updateMany({
    where: { personKey, revokedAt: { not: null } },
    data: { personKey: 'erased', address: null, label: '' },
  });
  const invites = await tx.invite.updateMany({ where: { usedByKey: personKey }, data: { usedByKey: null, label: '' } });
  if (!serves) {
    await tx.role.updateMany({ where: { grantedByKey: personKey }, data: { grantedByKey: null } });
    await tx.role.updateMany({ where: { revokedByKey: personKey }, data: { revokedByKey: null } });
    await tx.invite.updateMany({ where: { createdByKey: personKey }, data: { createdByKey: 'erased' } });
    await tx.bindCode.updateMany({ where: { createdByKey: personKey }, data: { createdByKey: 'erased' } });
    await tx.noticeWatch.deleteMany({ where: { personKey } });
    await tx.notice.updateMany({ where: { authorKey: personKey }, data: { authorKey: 'erased' } });
    await tx.notice.updateMany({ where: { releasedByKey: personKey }, data: { releasedByKey: 'erased' } });
    await tx.activity.updateMany({ where: { enteredByKey: personKey }, data: { enteredByKey: 'erased' } });
  }
  return { serves, forgot: dialogues.count + roles.count + invites.count > 0 };
}
