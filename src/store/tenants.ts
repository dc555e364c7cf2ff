// Where the members of a workspace come from.
import { asc } from 'drizzle-orm';
import { identity } from './schema/index.ts';
import type { Db } from './workspace.ts';

/** The tenants of chat platforms that know a member. */
export const listTenants = (db: Db): { readonly platform: string; readonly tenant: string }[] =>
  db
    .selectDistinct({ platform: identity.platform, tenant: identity.tenant })
    .from(identity)
    .orderBy(asc(identity.platform), asc(identity.tenant))
    .all();
