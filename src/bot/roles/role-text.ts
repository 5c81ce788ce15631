import { escapeHtml } from '../../content/telegram-text.js';
import { unitName } from '../../content/unit-name.js';
import type { Holder, RoleGrant } from '../../roles/roles.js';
import type { BotParts } from '../parts.js';
import type { Sentences } from '../sentences.js';

/** A role as sentences name it, escaped. */
export function roleText(grant: RoleGrant, parts: Pick<BotParts, 'pack'>, say: Sentences) {
  return {
    role: say.roles.name[grant.name],
    unit: escapeHtml(unitName(parts.pack.units, grant.unitId) ?? say.roles.unitGone),
  };
}

/** What colleagues call the holder, escaped. */
export function holderText(holder: Holder, say: Sentences): string {
  return escapeHtml(holder.label || (holder.roleId === null ? say.roles.bySettings : '—'));
}

/** The same for a button's label, which is no HTML. */
export function holderLabel(holder: Holder, parts: Pick<BotParts, 'pack'>, say: Sentences): string {
  const unit = unitName(parts.pack.units, holder.unitId) ?? say.roles.unitGone;
  if (holder.roleId === null) return say.roles.bySettings;
  return `${holder.label || '—'} · ${say.roles.name[holder.name]} · ${unit}`;
}
