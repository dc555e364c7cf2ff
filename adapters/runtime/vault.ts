// Where a data folder's vault and master secret are, and that the vault is not in what is backed up.
import type { Vault } from '../../src/store/vault.ts';
import { liesIn, openDirectoryVault, secretIn, vaultBeside } from '../vault/directory.ts';
import type { SecretSource } from '../vault/secret.ts';

export interface VaultPlace {
  /** `GENJIN_VAULT`; null: beside the data folder. */
  readonly vault: string | null;
  /** Whether it may lie in the data folder all the same. */
  readonly vaultInside: boolean;
  /** `GENJIN_SECRET`; null: one kept in the data folder. */
  readonly secret: string | null;
}

const UNLESS_TOLD: VaultPlace = { vault: null, vaultInside: false, secret: null };

/** The vault's folder and where its secret comes from. */
export const placeOf = (
  data: string,
  { vault, secret }: VaultPlace,
): SecretSource & { readonly folder: string } => ({
  folder: vault ?? vaultBeside(data),
  given: secret,
  file: secretIn(data),
});

/** @throws Error when it lies in the data folder, and nobody said that it may */
export const openVault = (data: string, place: VaultPlace = UNLESS_TOLD): Vault => {
  const found = placeOf(data, place);
  if (!place.vaultInside && liesIn(found.folder, data)) {
    throw new Error(
      `the vault ${found.folder} lies in the data folder ${data}: whoever copies the data would have ` +
        'the keys of its surveys; name a folder outside with GENJIN_VAULT, or set GENJIN_VAULT_INSIDE=yes',
    );
  }
  return openDirectoryVault(found);
};
