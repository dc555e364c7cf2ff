// Sealing and opening with HPKE (RFC 9180), base mode, P-256 suites: the same on Node and on Workers.
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';

/** Bytes of the encapsulated key before each sealed text: an uncompressed point of P-256. */
const ENC_BYTES = 65;

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

const utf8 = new TextEncoder();
const bound = (code: string) => ({
  info: utf8.encode(`genjin pulse ballot v1 ${code}`),
  aad: utf8.encode(code),
});

export interface KeyPair {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

export const makeKeyPair = async (): Promise<KeyPair> => {
  const pair = await suite.kem.generateKeyPair();
  return {
    publicKey: new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey)),
    privateKey: new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey)),
  };
};

/** Whoever has no private key learns nothing but its length. */
export const sealFor = async (
  publicKey: Uint8Array,
  code: string,
  plain: Uint8Array,
): Promise<Uint8Array> => {
  const { info, aad } = bound(code);
  const recipientPublicKey = await suite.kem.deserializePublicKey(publicKey);
  const { enc, ct } = await suite.seal({ recipientPublicKey, info }, plain, aad);
  return Buffer.concat([new Uint8Array(enc), new Uint8Array(ct)]);
};

/** Opens what was sealed for the key and the survey; null for anything else. */
export const openerOf = async (
  { publicKey, privateKey }: KeyPair,
  code: string,
): Promise<(sealed: Uint8Array) => Promise<Uint8Array | null>> => {
  const { info, aad } = bound(code);
  const recipientKey = {
    publicKey: await suite.kem.deserializePublicKey(publicKey),
    privateKey: await suite.kem.deserializePrivateKey(privateKey),
  };
  return async (sealed) => {
    const enc = sealed.slice(0, ENC_BYTES);
    try {
      return new Uint8Array(
        await suite.open({ recipientKey, enc, info }, sealed.slice(ENC_BYTES), aad),
      );
    } catch {
      // Damaged, or of another survey: HPKE does not say which, and there is nothing to be told apart.
      return null;
    }
  };
};
